// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/domain/drift/probe_answer.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

/// Runs the script with this host's /bin/sh and GNU tools over a folder that no rule leaves out.
class HostProbe
{
public:
    HostProbe() : m_folder(QDir::homePath() + QStringLiteral("/.snowmelt-probe-XXXXXX")) {}
    QByteArray path(const char* name) const { return QFile::encodeName(m_folder.filePath(QString::fromUtf8(name))); }
    QByteArray root() const { return QFile::encodeName(m_folder.path()); }
    bool write(const char* name, const QByteArray& content) const
    {
        QFile out(QFile::decodeName(path(name)));
        return out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
    }
    ProbeFacts look(const QList<PackageFact>& packages = {}, const QMap<QByteArray, QByteArray>& accounts = {})
    {
        const QByteArray fresh = makeNonce();
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
        shell.write(probeScript({fresh, root(), packages, accounts}));
        shell.closeWriteChannel();
        shell.waitForFinished(100'000);
        m_out = shell.readAllStandardOutput();
        m_err = shell.readAllStandardError();
        return parseProbe(m_out, m_err, false, fresh);
    }
    QByteArray m_out;
    QByteArray m_err;

private:
    QTemporaryDir m_folder;
};

Baseline baselineOf(const ProbeFacts& facts)
{
    Baseline baseline;
    baseline.inventory.packages = facts.packages;
    baseline.inventory.files = facts.files;
    baseline.inventory.users = facts.users;
    baseline.inventory.groups = facts.groups;
    for (const SocketFact& socket : facts.sockets)
        baseline.ports.insert(socket.port);
    return baseline;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

DriftReport filesOnly(DriftReport report)
{
    report.differences.removeIf([](const Difference& d) { return d.section != DriftSection::Files; });
    return report;
}

} // namespace

class TestProbeScript : public QObject
{
    Q_OBJECT

    static QStringList told(const DriftReport& report)
    {
        QStringList lines;
        for (const Difference& difference : report.differences) {
            QStringList fields;
            for (const FieldChange& field : difference.fields)
                fields.append(field.field);
            lines.append(displayText(difference.key.mid(difference.key.lastIndexOf('/') + 1)) + u": " +
                         fields.join(u' '));
        }
        return lines;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral("/usr/bin/dpkg-query")))
            QSKIP("a Debian host is needed");
    }

    void seesThisHost()
    {
        HostProbe probe;
        QVERIFY(probe.write("plain", "x\n"));
        QVERIFY(probe.write("눈\n송이", "y\n"));
        QVERIFY(probe.write("--help it's \"$HOME\" \t\\", "z\n"));
        QVERIFY(symlink("a\nb", probe.path("link").constData()) == 0);
        QVERIFY(mkfifo(probe.path("fifo").constData(), 0600) == 0);
        const ProbeFacts facts = probe.look();
        QVERIFY2(facts.unseen.isEmpty(), probe.m_err.constData());
        QCOMPARE(facts.seen.size(), 5);
        QVERIFY(facts.packages.size() > 50);
        QVERIFY(std::ranges::any_of(facts.users, [](const UserFact& user) { return user.name == u"root"; }));
        QCOMPARE(facts.files.size(), 6); // the folder, three files, the link, the fifo
        QCOMPARE(facts.files.value(probe.path("눈\n송이")).sha256, hashOf("y\n"));
        QCOMPARE(facts.files.value(probe.path("--help it's \"$HOME\" \t\\")).sha256, hashOf("z\n"));
        QCOMPARE(facts.files.value(probe.path("link")).target, QByteArray("a\nb"));
        QCOMPARE(facts.files.value(probe.path("fifo")).type, FileType::Fifo);
    }

    void findsExactlyWhatWasChanged()
    {
        HostProbe probe;
        for (const char* name : {"same", "content", "mode", "deleted"})
            QVERIFY(probe.write(name, "x\n"));
        const Baseline baseline = baselineOf(probe.look());
        QCOMPARE(told(filesOnly(compareWithBirth(baseline, probe.look()))), QStringList());

        QVERIFY(probe.write("content", "y\n"));
        QCOMPARE(chmod(probe.path("mode").constData(), 0600), 0);
        QCOMPARE(unlink(probe.path("deleted").constData()), 0);
        QVERIFY(probe.write("새\n파일", "x\n"));
        const DriftReport report = compareWithBirth(baseline, probe.look());
        QCOMPARE(told(filesOnly(report)), QStringList({QStringLiteral("content: content"),
                                                       QStringLiteral("deleted: type"), QStringLiteral("mode: mode"),
                                                       QString::fromUtf8("새\\n파일: type mode size owner group")}));
        QVERIFY(report.complete());
    }

    void listsTheFilesOfPackagesTheBaselineDoesNotHave()
    {
        HostProbe probe;
        QList<PackageFact> known = probe.look().packages;
        QVERIFY(probe.look(known).packageFiles.isEmpty());
        known.removeIf([](const PackageFact& package) { return package.name == u"bash"; });
        const ProbeFacts facts = probe.look(known);
        QCOMPARE(facts.packageFiles.keys(), QStringList(QStringLiteral("bash")));
        const PackageFiles files = facts.packageFiles.value(QStringLiteral("bash"));
        QVERIFY(files.paths.contains("/bin/bash"));
        QVERIFY(files.configuration.contains("/etc/bash.bashrc"));
    }

    void tellsLinesOfAccountFilesOnlyWhenTheyDiffer()
    {
        HostProbe probe;
        QFile passwd(QStringLiteral("/etc/passwd"));
        QVERIFY(passwd.open(QIODevice::ReadOnly));
        const QByteArray content = passwd.readAll();
        const ProbeFacts same = probe.look({}, {{"/etc/passwd", hashOf(content)}});
        QVERIFY(!same.accounts.contains("/etc/passwd"));
        const ProbeFacts other = probe.look({}, {{"/etc/passwd", hashOf("other")}});
        QCOMPARE(other.accounts.value("/etc/passwd"), accountLines(content, other.nonce));
        QVERIFY(!probe.m_out.contains("root:x:0")); // the fields, not the lines
    }

    /// As root in a container: without the right to trace others, whose programs are closed to it.
    void namesTheProgramsItMayNotLookAt()
    {
        if (geteuid() != 0 || !QFile::exists(QStringLiteral("/usr/bin/setpriv")))
            QSKIP("root and setpriv are needed");
        QProcess closed; // its name is longer than the kernel keeps
        QTemporaryDir folder;
        const QString program = folder.filePath(QStringLiteral("snow-of-somebody-else"));
        QVERIFY(QFile::copy(QStringLiteral("/bin/sleep"), program));
        QVERIFY(QFile::setPermissions(program, QFile::permissions(QStringLiteral("/bin/sleep"))));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
        closed.start(QStringLiteral("/usr/bin/setpriv"),
                     {QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
                      QStringLiteral("--clear-groups"), program, QStringLiteral("1000")});
        QVERIFY(closed.waitForStarted());
        const QString name = QStringLiteral("/proc/%1/comm").arg(closed.processId());
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(name).startsWith("snow-of-"), 60'000);

        const QSet<DriftSection> sections{DriftSection::Runtimes, DriftSection::StaleLibraries};
        QProcess shell;
        shell.start(QStringLiteral("/usr/bin/setpriv"),
                    {QStringLiteral("--bounding-set=-all"), QStringLiteral("--inh-caps=-all"),
                     QStringLiteral("/bin/sh"), QStringLiteral("-s")});
        shell.write(probeScript({nonce, "/", {}, {}, sections}));
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished(100'000));
        const ProbeFacts facts =
            parseProbe(shell.readAllStandardOutput(), shell.readAllStandardError(), false, nonce, sections);
        closed.kill();
        closed.waitForFinished();
        QCOMPARE(facts.seen, sections);
        for (const DriftSection section : sections) {
            QVERIFY(facts.unseen.contains({section, "snow-of-somebod", QStringLiteral("permissionDenied")}));
            QVERIFY(facts.unseen.contains({section, {}, QStringLiteral("not all programs")}));
        }
    }

    void isNotFooledByNames()
    {
        const QList<PackageFact> nasty{{QStringLiteral("'; touch /tmp/snowmelt-owned; '"), QStringLiteral("1"), {}}};
        const QByteArray script = probeScript({nonce, "/it's", nasty, {}});
        QVERIFY(!script.contains("snowmelt-owned"));
        QVERIFY(script.contains("root='/it'\\''s'\n"));
    }
};

QTEST_GUILESS_MAIN(TestProbeScript)
#include "tst_probe_script.moc"
