// SPDX-License-Identifier: GPL-3.0-or-later
// Logs as apt, dpkg and sudo write them; apt(8), dpkg(1), sudo(8).
#include "models/domain/drift/likely_causes.h"
#include "models/domain/drift/probe.h"
#include "tests/models/domain/drift/made_root.h"

#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

/// 3 November 2026, by a clock that is an hour ahead of UTC.
QDateTime at(int hour, int minute, int second)
{
    return QDateTime(QDate(2026, 11, 3), QTime(hour - 1, minute, second), Qt::UTC);
}

QByteArray stampOf(const QDateTime& time)
{
    return QByteArray::number(time.toSecsSinceEpoch());
}

const QByteArray aptLog = "er cut off: nginx:amd64 (1.0, 1.1)\n"
                          "End-Date: 2026-11-01  09:00:00\n"
                          "\n"
                          "Start-Date: 2026-11-03  14:02:11\n"
                          "Commandline: apt-get upgrade -o Acquire::http::Proxy=http://mina:geheim@proxy\n"
                          "Requested-By: mina (1000)\n"
                          "Upgrade: nginx:amd64 (1.22.1-9, 1.22.1-9+deb12u1), libssl3:amd64 (3.0.1, 3.0.2)\n"
                          "Remove: telnet:amd64 (0.17)\n"
                          "End-Date: 2026-11-03  14:02:33\n";
const QByteArray dpkgLog = "2026-11-03 14:02:12 upgrade nginx:amd64 1.22.1-9 1.22.1-9+deb12u1\n"
                           "2026-11-03 14:02:20 remove telnet:amd64 0.17 <none>\n"
                           "2026-11-03 15:30:00 install tree:amd64 <none> 2.1.0-1\n";
const QByteArray sudoLog =
    "Nov  3 14:02:09 web-1 sudo:     mina : TTY=pts/0 ; PWD=/home/mina ; USER=root ; COMMAND=/usr/bin/apt-get upgrade\n"
    "2026-11-03T16:00:00.123456+01:00 web-1 sudo[77]:     jun : TTY=pts/1 ; PWD=/ ; USER=root ; "
    "COMMAND=/usr/bin/vi /etc/motd\n"
    "2026-11-03T17:00:00+0100 web-1 sudo[78]: ops : PWD=/ ; USER=root ; COMMAND=/usr/bin/mysql -pgeheim -e x\n"
    "2026-11-03T18:00:00+01:00 web-1 sudo[79]:     eve : command not allowed ; TTY=pts/1 ; PWD=/ ; USER=root ; "
    "COMMAND=/usr/bin/vi /etc/issue\n"
    "2026-11-03T18:00:00+01:00 web-1 sudo[80]:     eve : 3 incorrect password attempts ; TTY=pts/1 ; PWD=/ ; "
    "USER=root ; COMMAND=/usr/bin/vi /etc/issue\n";

QByteArray framed(const QByteArray& name, const QByteArray& body, int status = 0)
{
    return '\n' + nonce + " begin " + name + '\n' + body + '\n' + nonce + " end " + name + ' ' +
           QByteArray::number(status) + '\n';
}

Difference differing(DriftSection section, const QByteArray& key, DifferenceKind kind = DifferenceKind::Changed)
{
    return {section, kind, key, {{u"content"_qs, u"a"_qs, u"b"_qs}}, {}, {}};
}

Difference fileDiffers(const QByteArray& path)
{
    return differing(DriftSection::Files, path);
}

/// A node on which these things were changed then.
struct Told
{
    QList<Difference> differences;
    QList<QDateTime> times;
    QByteArray owner = "root";

    QByteArray things(const TracesWanted& wanted) const
    {
        QByteArray lines;
        for (qsizetype i = 0; i < differences.size(); ++i) {
            const Difference& one = differences.at(i);
            const bool isPackage = one.section == DriftSection::Packages;
            const qsizetype index =
                isPackage ? wanted.packages.indexOf(QString::fromUtf8(one.key)) : wanted.paths.indexOf(one.key);
            if (times.value(i).isValid())
                lines += (isPackage ? "p" : "f") + QByteArray::number(index) + " +0100 " + stampOf(times.at(i)) + ' ' +
                         (isPackage ? QByteArray("-") : owner) + '\n';
        }
        return lines;
    }
    QList<LikelyCause> causes(const QByteArray& apt, const QByteArray& dpkg, const QByteArray& sudo) const
    {
        const TracesWanted wanted = tracesWanted(differences);
        const QByteArray out =
            framed("things", things(wanted)) + framed("apt", apt) + framed("dpkg", dpkg) + framed("sudo", sudo);
        return likelyCauses(differences, readTraces(out, wanted, nonce));
    }
};

QList<EvidenceKind> kindsOf(const LikelyCause& cause)
{
    QList<EvidenceKind> kinds;
    for (const Evidence& one : cause.evidence)
        kinds.append(one.kind);
    return kinds;
}

} // namespace

class TestLikelyCauses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUpgradeIsOneCause()
    {
        const Told told{{differing(DriftSection::Packages, "nginx"), fileDiffers("/etc/ld.so.cache.d/x"),
                         differing(DriftSection::Packages, "telnet", DifferenceKind::Removed),
                         fileDiffers("/etc/late")},
                        {at(14, 2, 13), at(14, 2, 34), {}, at(14, 40, 0)}};
        const QList<LikelyCause> causes = told.causes(aptLog, dpkgLog, sudoLog);
        QCOMPARE(causes.size(), 1);
        const LikelyCause& cause = causes.constFirst();
        QCOMPARE(cause.kind, LikelyCauseKind::PackageRun);
        QCOMPARE(cause.person, u"mina"_qs);
        QCOMPARE(cause.differences, (QList<int>{0, 1, 2}));
        QCOMPARE(kindsOf(cause),
                 (QList<EvidenceKind>{EvidenceKind::AptLog, EvidenceKind::PackageLog, EvidenceKind::PackageTime,
                                      EvidenceKind::ChangeTime, EvidenceKind::SudoLog}));
        QCOMPARE(cause.evidence.at(0).at, at(14, 2, 11));
        QCOMPARE(cause.evidence.at(0).text, u"apt-get upgrade …"_qs);
    }
    void aPackageThatAptDoesNotNameIsNotItsDoing()
    {
        const Told told{{differing(DriftSection::Packages, "curl")}, {at(14, 2, 13)}};
        QVERIFY(told.causes(aptLog, {}, {}).isEmpty());
    }
    void withoutAptItIsDpkg()
    {
        const Told told{{differing(DriftSection::Packages, "tree", DifferenceKind::Added)}, {at(15, 30, 1)}};
        const QList<LikelyCause> causes = told.causes(aptLog, dpkgLog, sudoLog);
        QCOMPARE(causes.size(), 1);
        QCOMPARE(kindsOf(causes.constFirst()),
                 (QList<EvidenceKind>{EvidenceKind::PackageLog, EvidenceKind::PackageTime}));
        QCOMPARE(causes.constFirst().evidence.constFirst().text, u"install tree:amd64 <none> 2.1.0-1"_qs);
        QVERIFY(causes.constFirst().person.isEmpty());
    }
    void aCommandOfSudo()
    {
        const Told told{{fileDiffers("/etc/motd")}, {at(16, 0, 40)}, "jun"};
        const QList<LikelyCause> causes = told.causes(aptLog, dpkgLog, sudoLog);
        QCOMPARE(causes.size(), 1);
        QCOMPARE(causes.constFirst().kind, LikelyCauseKind::CommandRun);
        QCOMPARE(causes.constFirst().person, u"jun"_qs);
        QCOMPARE(causes.constFirst().evidence.constFirst(),
                 (Evidence{EvidenceKind::SudoLog, at(16, 0, 0), u"/usr/bin/vi /etc/motd"_qs}));
        QCOMPARE(kindsOf(causes.constFirst()).constLast(), EvidenceKind::FileOwner);
    }
    void noSecretOfACommandIsTold()
    {
        const Told told{{fileDiffers("/var/x")}, {at(17, 0, 1)}};
        const QList<LikelyCause> causes = told.causes({}, {}, sudoLog);
        QCOMPARE(causes.size(), 1);
        QCOMPARE(causes.constFirst().evidence.constFirst().text, u"/usr/bin/mysql …"_qs);
    }
    void whatSudoRefusedDidNothing()
    {
        const Told told{{fileDiffers("/etc/issue")}, {at(18, 0, 1)}};
        QVERIFY(told.causes({}, {}, sudoLog).isEmpty());
    }
    void aCommandAfterwardsIsNoCause()
    {
        const Told told{{fileDiffers("/etc/motd")}, {at(15, 59, 0)}};
        QVERIFY(told.causes({}, {}, sudoLog).isEmpty());
    }
    void thingsOfOneMinuteChangedTogether()
    {
        const Told told{{fileDiffers("/etc/a"), fileDiffers("/etc/b"), fileDiffers("/etc/far")},
                        {at(20, 0, 0), at(20, 0, 45), at(22, 0, 0)},
                        "jun"};
        const QList<LikelyCause> causes = told.causes({}, {}, {});
        QCOMPARE(causes.size(), 1);
        QCOMPARE(causes.constFirst().kind, LikelyCauseKind::ChangedAlso);
        QCOMPARE(causes.constFirst().differences, (QList<int>{0, 1}));
        QCOMPARE(causes.constFirst().evidence.constLast(), (Evidence{EvidenceKind::FileOwner, {}, u"jun"_qs}));
    }
    void aLineOfAFileIsAsOldAsTheFile()
    {
        const QList<Difference> differences{
            differing(DriftSection::Sudoers, "/etc/sudoers.d/ops: ops ALL=(ALL) ALL", DifferenceKind::Added),
            differing(DriftSection::Schedules, "fstrim.timer"), differing(DriftSection::Users, "eve"),
            differing(DriftSection::Files, "/etc/gone", DifferenceKind::Removed)};
        QCOMPARE(tracesWanted(differences).paths, QList<QByteArray>{"/etc/sudoers.d/ops"});
        QVERIFY(tracesWanted(differences).packages.isEmpty());
    }
    void anAnswerThatIsNotWholeClaimsNothing()
    {
        const TracesWanted wanted{{"/etc/motd"}, {}};
        const QByteArray things = "f0 +0100 " + stampOf(at(16, 0, 40)) + " root\n";
        const QByteArray whole = framed("things", things) + framed("sudo", sudoLog);
        QCOMPARE(readTraces(whole, wanted, nonce).sudo.size(), 3);
        const QByteArray cut =
            framed("things", things) + framed("sudo", sudoLog, 124) + "\n" + nonce + " begin apt\n" + aptLog;
        const Traces traces = readTraces(cut, wanted, nonce);
        QVERIFY(traces.sudo.isEmpty());
        QVERIFY(traces.apt.isEmpty());
        QCOMPARE(traces.files.size(), 1);
    }
    void anyBytesEnd()
    {
        const TracesWanted wanted{{"/a"}, {u"b"_qs}};
        const QByteArray junk = "f0 f0 f0\nf9 +0100 1 x\nf-1 +0100 5 x\np0 +9999 99999999999999 -\n\xff\xfe\n";
        const QByteArray logs = "Start-Date: never\nStart-Date:\nNov 99 99:99:99 sudo: a : TTY=x ; COMMAND=\n";
        const QByteArray out =
            framed("things", junk) + framed("apt", logs) + framed("dpkg", logs) + framed("sudo", logs);
        const Traces traces = readTraces(out, wanted, nonce);
        QVERIFY(traces.files.isEmpty() && traces.packages.isEmpty() && traces.apt.isEmpty() && traces.sudo.isEmpty());
    }
    void aNodeIsAsked_data()
    {
        QTest::addColumn<int>("tools");
        QTest::newRow("GNU") << int(MadeRoot::Tools::Gnu);
        QTest::newRow("BusyBox") << int(MadeRoot::Tools::BusyBox);
    }
    void aNodeIsAsked()
    {
        QFETCH(int, tools);
        MadeRoot root{MadeRoot::Tools(tools)};
        if (!root.works())
            QSKIP("This host has no namespaces for us.");
        const QDateTime now = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC);
        const QByteArray wall = now.toString(u"yyyy-MM-dd  hh:mm:ss"_qs).toLatin1(); // a root without zones is at UTC
        root.write("etc/passwd", "root:x:0:0::/root:/bin/sh\n");
        root.write("etc/li'ne", "x\n");
        root.write("var/lib/dpkg/info/nginx.list", "/x\n");
        root.write("var/log/apt/history.log", "\nStart-Date: " + wall +
                                                  "\nCommandline: apt upgrade\nUpgrade: nginx:amd64 (1, 2)\n"
                                                  "End-Date: " +
                                                  wall + "\n");
        root.write("var/log/dpkg.log", wall.simplified() + " upgrade nginx:amd64 1 2\n");
        root.write("var/log/auth.log",
                   now.toString(Qt::ISODate).toLatin1() +
                       " h sudo:  mina : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/apt upgrade\n");
        const TracesWanted wanted{{"/etc/li'ne", "/etc/none"}, {u"nginx"_qs, u"none"_qs}};
        const QByteArray out = root.run(traceScript(wanted, nonce)).first;
        const Traces traces = readTraces(out, wanted, nonce);
        QCOMPARE(traces.files.keys(), QList<QByteArray>{"/etc/li'ne"});
        QCOMPARE(traces.files.first().owner, u"root"_qs);
        QVERIFY(std::abs(traces.files.first().at.secsTo(now)) < 3600);
        QCOMPARE(traces.packages.keys(), QStringList{u"nginx"_qs});
        QCOMPARE(traces.apt.size(), 1);
        QCOMPARE(traces.apt.constFirst().command, u"apt upgrade"_qs);
        QCOMPARE(traces.apt.constFirst().from, now);
        QCOMPARE(traces.dpkg.size(), 1);
        QCOMPARE(traces.sudo.size(), 1);
        QCOMPARE(traces.sudo.constFirst().person, u"mina"_qs);
        QCOMPARE(traces.sudo.constFirst().at, now);
    }
};

QTEST_GUILESS_MAIN(TestLikelyCauses)
#include "tst_likely_causes.moc"
