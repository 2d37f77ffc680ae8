package org.peercircle.persistence.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source over another whose calls fail when told to, down to each row that is read. */
public final class JdbcFaults implements Faults {

    private final DataSource source;
    private final AtomicInteger untilFault = new AtomicInteger(-1);
    private volatile When when = When.BEFORE;
    private volatile boolean struck;

    /** Makes trouble over a data source, which itself stays as it is. */
    public JdbcFaults(DataSource source) {
        this.source = source;
    }

    /** Returns the data source to give to the store. */
    public DataSource source() {
        return watched(source, DataSource.class);
    }

    @Override
    public void failAt(int call, When fails) {
        when = fails;
        struck = false;
        untilFault.set(call);
    }

    @Override
    public boolean hasStruck() {
        return struck;
    }

    private <T> T watched(T behind, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                JdbcFaults.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean mine = method.getDeclaringClass() != Object.class && untilFault.getAndDecrement() == 0;
                    if (mine) {
                        struck = true;
                    }
                    if (mine && when == When.BEFORE) {
                        throw trouble(method);
                    }
                    Object result = wrapped(invoke(behind, method, arguments));
                    if (mine) {
                        throw trouble(method);
                    }
                    return result;
                }));
    }

    private static @Nullable Object invoke(Object behind, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof Connection connection) {
            return watched(connection, Connection.class);
        }
        if (result instanceof PreparedStatement statement) {
            return watched(statement, PreparedStatement.class);
        }
        if (result instanceof Statement statement) {
            return watched(statement, Statement.class);
        }
        return result instanceof ResultSet rows ? watched(rows, ResultSet.class) : result;
    }

    private static SQLException trouble(Method method) {
        return new SQLException("connection lost at " + method.getName(), "08006");
    }
}
