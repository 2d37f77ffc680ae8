package org.peercircle.persistence.tck;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The library with one mistake in it.
 *
 * @param play the play in which it is noticed
 * @param file a source file of the core
 * @param right what stands there once
 * @param wrong what a mistake would make of it
 */
record Mutant(int play, String file, String right, String wrong) {

    private static final Path CORE = Path.of("../../core/src/main/java/org/peercircle");

    /** Makes the mistake, compiles it, and calls a static method with its play in a world where it is in force. */
    Object call(Class<?> type, String name, Path dir) throws IOException, ReflectiveOperationException {
        String source = Files.readString(CORE.resolve(file));
        int at = source.indexOf(right);
        if (at < 0 || source.indexOf(right, at + 1) >= 0) {
            throw new IllegalStateException(file + " must hold once, but does not: " + right);
        }
        Path mutated = Files.writeString(dir.resolve(Path.of(file).getFileName()), source.replace(right, wrong));
        compile(mutated, dir);
        try (URLClassLoader loader = new URLClassLoader(urls(dir), ClassLoader.getPlatformClassLoader())) {
            Method method = loader.loadClass(type.getName()).getDeclaredMethod(name, int.class);
            method.setAccessible(true);
            return method.invoke(null, play);
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        }
    }

    private static void compile(Path source, Path dir) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-nowarn", "-d", dir.toString(), "-cp", classPath()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    private static String classPath() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(name -> System.getProperty(name, ""))
                .filter(paths -> !paths.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static URL[] urls(Path first) throws MalformedURLException {
        List<Path> all = Stream.concat(
                        Stream.of(first, Path.of("target/test-classes")),
                        Stream.of(classPath().split(File.pathSeparator)).map(Path::of))
                .toList();
        URL[] urls = new URL[all.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = all.get(i).toUri().toURL();
        }
        return urls;
    }
}
