package org.peercircle.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.peercircle.id.PersonId;
import org.peercircle.office.PersonView;

/** Who sits where, for a spreadsheet. */
final class GroupsCsv {

    private GroupsCsv() {}

    static String of(YearReport report) {
        StringBuilder csv = new StringBuilder();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader("group", "name", "id", "department", "lab", "meets")
                .setRecordSeparator('\n')
                .get();
        try (CSVPrinter printer = new CSVPrinter(csv, format)) {
            for (YearReport.GroupYear group : report.groups()) {
                for (PersonId member : group.members()) {
                    PersonView person = report.person(member);
                    printer.printRecord(
                            group.name(),
                            person.name(),
                            person.id(),
                            String.join("; ", person.departments()),
                            String.join("; ", person.labs()),
                            group.slot());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
