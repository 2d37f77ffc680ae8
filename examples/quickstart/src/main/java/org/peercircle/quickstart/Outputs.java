package org.peercircle.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.peercircle.persistence.ExportJson;

/** Writes the folder: everything beside it first, then each file in one move, so that none is half written. */
final class Outputs {

    /** Not for the office: what the owner of the plan would be sent. */
    static final String TAKEN_ALONG = "taken-along";

    private Outputs() {}

    static void write(YearReport report, Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("index.html", Page.of(report));
        files.put("groups.csv", GroupsCsv.of(report));
        files.put("report.json", ReportJson.of(report));
        files.put(TAKEN_ALONG + ".html", TakenAlong.page(report.plan().takenAlong()));
        files.put(TAKEN_ALONG + ".json", ExportJson.of(report.plan().takenAlong()));
        report.groups()
                .forEach(g -> files.put(g.name().toLowerCase(Locale.ROOT).replace(' ', '-') + ".ics", Calendars.of(g)));
        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder.toAbsolutePath(), ".writing");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.write(aside.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (String name : files.keySet()) {
                Files.move(aside.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (String name : files.keySet()) {
                Files.deleteIfExists(aside.resolve(name));
            }
            Files.deleteIfExists(aside);
        }
    }
}
