// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"
#include "models/domain/drift/judge/severity.h"

#include <QtTest>

using namespace snowmelt;

namespace {

using Fields = QList<FieldChange>;

constexpr auto high = DriftSeverity::High;
constexpr auto medium = DriftSeverity::Medium;
constexpr auto low = DriftSeverity::Low;
constexpr auto added = DifferenceKind::Added;
constexpr auto removed = DifferenceKind::Removed;
constexpr auto changed = DifferenceKind::Changed;

FieldChange field(const char* name, const char* baseline, const char* actual)
{
    return {QString::fromLatin1(name), QString::fromLatin1(baseline), QString::fromLatin1(actual)};
}

const Fields content{field("content", "aa", "bb")};
const Fields plainFile{field("type", "", "file"), field("mode", "", "0644")};

Difference textChange(const char* path, const char* baseline, const char* actual)
{
    return {DriftSection::Files, changed, path, content, QString::fromLatin1(baseline), QString::fromLatin1(actual)};
}

} // namespace

class TestSeverity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void of_data()
    {
        QTest::addColumn<Difference>("difference");
        QTest::addColumn<DriftSeverity>("expected");
        const auto row = [](DriftSection section, DifferenceKind kind, const char* key, const Fields& fields,
                            DriftSeverity expected) {
            const QString name = codeName(section) + u' ' + QString::fromLatin1(key) + u' ' + codeName(kind) + u' ' +
                                 (fields.isEmpty() ? QString() : fields.last().actual);
            QTest::newRow(qPrintable(name)) << Difference{section, kind, key, fields, {}, {}} << expected;
        };
        const auto files = DriftSection::Files;
        row(files, changed, "/etc/shop.conf", content, medium);
        row(files, changed, "/etc/sudoers", content, high);
        row(files, added, "/etc/sudoers.d/mina", plainFile, high);
        row(files, changed, "/etc/ssh/sshd_config", content, high);
        row(files, added, "/root/.ssh/authorized_keys", plainFile, high);
        row(files, removed, "/home/mina/.ssh/authorized_keys", {field("type", "file", "")}, high);
        row(files, changed, "/etc/shadow", content, high);
        row(files, added, "/etc/ld.so.preload", plainFile, high);
        row(files, changed, "/usr/sbin/sshd", content, high);
        row(files, added, "/usr/bin/htop", plainFile, medium);
        row(files, added, "/usr/local/bin/fix", {field("mode", "", "4755")}, high);
        row(files, changed, "/opt/tool", {field("mode", "0755", "2755")}, high);
        row(files, changed, "/opt/tool", {field("mode", "4755", "4750")}, medium);
        row(files, changed, "/opt/shared", {field("mode", "0755", "0777")}, high);
        row(files, changed, "/opt/shared", {field("mode", "0755", "1777")}, medium);
        row(files, added, "/srv/team", {field("type", "", "directory"), field("mode", "", "2775")}, medium);
        row(files, changed, "/usr/share/doc/curl/README", {field("mode", "0644", "0600")}, low);
        row(files, added, "/usr/share/man/man1/x.1", {field("mode", "", "4755")}, high);
        row(files, added, "/root/.bash_history", plainFile, low);
        row(files, added, "/etc/shop/shop.conf.dpkg-old", plainFile, low);
        const auto users = DriftSection::Users;
        row(users, added, "mina", {field("uid", "", "1001"), field("shell", "", "/usr/sbin/nologin")}, medium);
        row(users, added, "mina", {field("uid", "", "1001"), field("shell", "", "/bin/bash")}, high);
        row(users, added, "toor", {field("uid", "", "0")}, high);
        row(users, changed, "www-data", {field("uid", "33", "34")}, high);
        row(users, changed, "www-data", {field("home", "/var/www", "/srv")}, medium);
        row(users, changed, "www-data", {field("shell", "/usr/sbin/nologin", "/bin/sh")}, high);
        row(users, changed, "mina", {field("shell", "/bin/sh", "/bin/zsh")}, medium);
        row(users, removed, "games", {field("uid", "5", "")}, medium);
        const auto groups = DriftSection::Groups;
        row(groups, changed, "sudo", {field("members", "", "mina")}, high);
        row(groups, changed, "video", {field("members", "", "mina")}, medium);
        row(groups, changed, "video", {field("gid", "44", "0")}, high);
        const auto sockets = DriftSection::Sockets;
        row(sockets, added, "tcp 0.0.0.0:4444", {field("process", "", "nc")}, high);
        row(sockets, added, "tcp 127.0.0.1:4444", {field("process", "", "nc")}, medium);
        row(sockets, added, "tcp [::1]:4444", {field("process", "", "nc")}, medium);
        row(sockets, removed, "tcp *:8080", {field("port", "8080", "")}, medium);
        row(DriftSection::Sudoers, added, "%wheel", {field("rule", "", "ALL")}, high);
        row(DriftSection::Packages, changed, "curl", {field("version", "1", "2")}, medium);
        row(DriftSection::KernelSettings, changed, "vm.swappiness", {field("value", "1", "2")}, medium);
    }
    void of()
    {
        QFETCH(Difference, difference);
        QFETCH(DriftSeverity, expected);
        QCOMPARE(codeName(severityOf(difference)), codeName(expected));
    }

    void commentsAlone()
    {
        QCOMPARE(severityOf(textChange("/etc/shop.conf", "# old\na=1\n", "# new\n\na=1\n")), low);
        QCOMPARE(severityOf(textChange("/etc/ssh/sshd_config", "Port 22\n", "# ours\nPort 22\n")), low);
        QCOMPARE(severityOf(textChange("/etc/ssh/sshd_config", "#Port 22\n", "Port 22\n")), high);
        QCOMPARE(severityOf(textChange("/etc/shop.conf", "a=1\n", "a=2\n")), medium);
        QCOMPARE(severityOf(textChange("/etc/init.d/shop", "# a\n", "# b\n")), medium); // not known what # means there
        QCOMPARE(severityOf(textChange("/etc/a.conf", "#!/bin/sh\n", "#!/bin/bash\n")), medium);
        Difference withMode = textChange("/etc/shop.conf", "# a\n", "# b\n");
        withMode.fields.append(field("mode", "0644", "0600"));
        QCOMPARE(severityOf(withMode), medium);
        QCOMPARE(severityOf(textChange("/etc/shop.conf", "", "")), medium); // texts that were not had say nothing
    }

    /// Nothing is quiet because it is not known.
    void whatIsNotKnownIsNotLow()
    {
        for (const DriftSection section : allCodes<DriftSection>())
            QVERIFY(severityOf({section, changed, "anything", {field("new", "1", "2")}, {}, {}}) != low);
    }

    void theGravestFirst()
    {
        const Difference doc{DriftSection::Files, changed, "/usr/share/doc/a", content, {}, {}};
        const Difference one{DriftSection::Files, changed, "/opt/a", content, {}, {}};
        const Difference two{DriftSection::Files, changed, "/opt/b", content, {}, {}};
        const Difference key{DriftSection::Files, changed, "/etc/ssh/x", content, {}, {}};
        QCOMPARE(bySeverity({doc, one, key, two}), (QList<Difference>{key, one, two, doc}));
    }

    void aRowHasTheGravestOfItsWays()
    {
        const Difference text = textChange("/etc/ssh/sshd_config", "Port 22\n", "# ours\nPort 22\n");
        Difference other = text;
        other.fields.first().actual = QStringLiteral("cc");
        other.actualText = QStringLiteral("Port 2222\n");
        GroupDifference row{DriftSection::Files, text.key, 3, false, {{0, text}, {1, text}}, {}};
        QCOMPARE(severityOf(row), low);
        row.differs.append({2, other});
        QCOMPARE(severityOf(row), high);
        Difference mode{DriftSection::Files, changed, "/opt/a", {field("mode", "0644", "0600")}, {}, {}};
        GroupDifference modes{DriftSection::Files, mode.key, 3, false, {{0, mode}}, {}};
        QCOMPARE(severityOf(modes), medium);
        mode.fields.first().actual = QStringLiteral("4755");
        modes.differs.append({1, mode});
        QCOMPARE(severityOf(modes), high);
        QCOMPARE(bySeverity({0, 1, 2}, {GroupDifference{row.section, row.key, 1, false, {{0, text}}, {}}, modes, row}),
                 (QList<int>{1, 2, 0}));
    }
};

QTEST_APPLESS_MAIN(TestSeverity)
#include "tst_severity.moc"
