// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/fact_sheet.h"
#include "tests/models/domain/drift/probe_answer.h"

#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

FactSheet sheetOf(const QByteArray& answer, const QByteArray& err = {})
{
    return factSheet(parseProbe(answer, err, false, nonce), QStringLiteral("web-1"),
                     QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC));
}

const FactRow& rowOf(const FactSheet& sheet, DriftSection section, const QByteArray& key)
{
    static const FactRow none;
    const auto table = sheet.tables.constFind(section);
    if (table == sheet.tables.constEnd())
        return none;
    const auto row = table->constFind(key);
    return row == table->constEnd() ? none : *row;
}

using Fields = QMap<QString, QString>;

} // namespace

class TestFactSheet : public QObject
{
    Q_OBJECT

    const TestNode m_node = TestNode::shop();
    const QByteArray m_answer = m_node.answer(m_node.baseline());

    QByteArray with(const QByteArray& name, const QByteArray& body, int status = 0) const
    {
        QByteArray answer = m_answer;
        const qsizetype begin = answer.indexOf(QByteArray("\n" + nonce + " begin " + name + "\n"));
        const qsizetype end = answer.indexOf(QByteArray("\n" + nonce + " end " + name + " "));
        const qsizetype lineEnd = answer.indexOf('\n', end + 1) + 1;
        return answer.replace(begin, lineEnd - begin, TestNode::frame(name, body, status));
    }

private Q_SLOTS:
    void tellsTheNode()
    {
        const FactSheet sheet = sheetOf(TestNode::frame("who", "0\n") + m_answer);
        QCOMPARE(sheet.node, QStringLiteral("web-1"));
        QCOMPARE(sheet.seenAt.toSecsSinceEpoch(), 1'700'000'000);
        QVERIFY(sheet.unseen.isEmpty());
        QCOMPARE(sheet.tables.size(), 5);
        QVERIFY(sheet.saw(DriftSection::Sockets) && !sheet.saw(DriftSection::Sudoers));
    }

    void packages()
    {
        const QByteArray lines = "ii \ta\t1\tamd64\t1700000000\nii \tb\t2\tall\t\nii \tc\t3\tall\t99999999999999\n"
                                 "ii \td\t4\tall\n";
        const FactSheet sheet = sheetOf(with("packages", lines));
        const FactRow expected{{{QStringLiteral("version"), QStringLiteral("1")},
                                {QStringLiteral("architecture"), QStringLiteral("amd64")}},
                               QDateTime({2023, 11, 14}, {22, 13, 20}, Qt::UTC)};
        QCOMPARE(rowOf(sheet, DriftSection::Packages, "a"), expected);
        for (const char* name : {"b", "c", "d"}) // no time, and one no clock can show
            QVERIFY(rowOf(sheet, DriftSection::Packages, name).changedAt.isNull());
    }

    void otherPackageManagers()
    {
        const FactSheet rpm = sheetOf(with("packages", "rpm\nkernel\t5.14.0-2.el9\tx86_64\t1700000000\n"
                                                       "kernel\t5.14.0-1.el9\tx86_64\t1600000000\n"
                                                       "glibc\t1:2.34-1\ti686\t1\nglibc\t1:2.34-1\tx86_64\t1\n"));
        const FactRow kernel = rowOf(rpm, DriftSection::Packages, "kernel");
        QCOMPARE(kernel.fields.value(QStringLiteral("version")), QStringLiteral("5.14.0-1.el9 5.14.0-2.el9"));
        QCOMPARE(kernel.changedAt, QDateTime({2023, 11, 14}, {22, 13, 20}, Qt::UTC));
        QCOMPARE(rowOf(rpm, DriftSection::Packages, "glibc").fields,
                 Fields({{QStringLiteral("version"), QStringLiteral("1:2.34-1")},
                         {QStringLiteral("architecture"), QStringLiteral("i686 x86_64")}}));
        const FactSheet apk =
            sheetOf(with("packages", "apk\nP:musl\nV:1.2.4-r2\nA:x86_64\n\nP:zlib\nV:1.3\nA:x86_64\n"));
        QCOMPARE(apk.tables.value(DriftSection::Packages).keys(), QList<QByteArray>({"musl", "zlib"}));
        QVERIFY(!sheetOf(with("packages", "apk\nP:musl\n\n")).saw(DriftSection::Packages));
        QVERIFY(!sheetOf(with("packages", "rpm\nmusl\n")).saw(DriftSection::Packages));
    }

    void files()
    {
        const FactSheet sheet = sheetOf(m_answer);
        QCOMPARE(rowOf(sheet, DriftSection::Files, "/opt/shop.py"),
                 (FactRow{{{QStringLiteral("type"), QStringLiteral("file")},
                           {QStringLiteral("mode"), QStringLiteral("0755")},
                           {QStringLiteral("owner"), QStringLiteral("1000")},
                           {QStringLiteral("group"), QStringLiteral("1000")},
                           {QStringLiteral("content"), QString::fromLatin1(hashOf("print()\n"))}},
                          QDateTime({2023, 11, 14}, {22, 13, 21}, Qt::UTC)}));
        QCOMPARE(rowOf(sheet, DriftSection::Files, "/bin").fields,
                 Fields({{QStringLiteral("type"), QStringLiteral("link")},
                         {QStringLiteral("target"), QStringLiteral("usr/bin")},
                         {QStringLiteral("owner"), QStringLiteral("0")},
                         {QStringLiteral("group"), QStringLiteral("0")}}));
        for (const char* path : {"/etc/hostname", "/var/log/shop.log", "/proc"}) // left out
            QVERIFY(rowOf(sheet, DriftSection::Files, path).fields.isEmpty());
    }

    void aFileWithoutHashIsUnseen()
    {
        QByteArray hashes = m_node.hashRecords();
        hashes.replace(QByteArray(hashOf("a=1\n") + "  /etc/shop.conf").append('\0'), {});
        const QByteArray err = TestNode::frame("hashes", "sha256sum: /etc/shop.conf: Permission denied\n", 123);
        const FactSheet sheet = sheetOf(with("hashes", hashes, 123), err);
        QVERIFY(sheet.saw(DriftSection::Files));
        QVERIFY(rowOf(sheet, DriftSection::Files, "/etc/shop.conf").fields.isEmpty());
        QVERIFY(sheet.unseen.contains({DriftSection::Files, "/etc/shop.conf", QStringLiteral("permissionDenied")}));
        // When hashing ended too early, files are not compared at all.
        const FactSheet slow = sheetOf(with("hashes", hashes, 124));
        QVERIFY(!slow.saw(DriftSection::Files));
        QVERIFY(slow.unseen.contains({DriftSection::Files, {}, QStringLiteral("timedOut")}));
    }

    void tooManyFilesAreNotRead()
    {
        const FactSheet sheet = sheetOf(with("files", QByteArray(900'000, '\0')));
        QVERIFY(!sheet.saw(DriftSection::Files));
        QVERIFY(sheet.unseen.contains({DriftSection::Files, {}, QStringLiteral("truncated")}));
    }

    void usersAndTheirGroups()
    {
        const FactSheet sheet = sheetOf(m_answer);
        QCOMPARE(rowOf(sheet, DriftSection::Users, "shop").fields,
                 Fields({{QStringLiteral("uid"), QStringLiteral("1000")},
                         {QStringLiteral("gid"), QStringLiteral("1000")},
                         {QStringLiteral("home"), QStringLiteral("/nonexistent")},
                         {QStringLiteral("shell"), QStringLiteral("/bin/false")}}));
        // The own groups of root and shop are told by their users.
        QCOMPARE(sheet.tables.value(DriftSection::Groups).keys(), QList<QByteArray>({"adm"}));
        const FactSheet without = sheetOf(with("users", {}, 127));
        QVERIFY(!without.saw(DriftSection::Users) && !without.saw(DriftSection::Groups));
        QCOMPARE(without.unseen.size(), 2);
    }

    void socketsOfOthers()
    {
        const QByteArray lines = "tcp LISTEN 0 5 0.0.0.0:22 0.0.0.0:* users:((\"sshd\",pid=1,fd=3))\n"
                                 "tcp LISTEN 0 5 0.0.0.0:80 0.0.0.0:*\n"
                                 "udp UNCONN 0 0 0.0.0.0:40000 0.0.0.0:*\n";
        const FactSheet user = sheetOf(TestNode::frame("who", "1000\n") + with("sockets", lines));
        QCOMPARE(user.tables.value(DriftSection::Sockets).keys(), QList<QByteArray>({"tcp 0.0.0.0:22"}));
        QVERIFY(user.unseen.contains({DriftSection::Sockets, "tcp 0.0.0.0:80", QStringLiteral("permissionDenied")}));
        const FactSheet root = sheetOf(TestNode::frame("who", "0\n") + with("sockets", lines));
        QCOMPARE(rowOf(root, DriftSection::Sockets, "tcp 0.0.0.0:80").fields.value(QStringLiteral("process")),
                 QStringLiteral("?"));
        QCOMPARE(root.tables.value(DriftSection::Sockets).size(), 2);
    }

    void socketsOfTheKernel()
    {
        const QByteArray body = "proc\n= tcp\n  sl  local_address rem_address   st\n"
                                "   0: 0100007F:0016 00000000:0000 0A 0:0 00:0 0 0 0 4711 1\n"
                                "   1: 0100007F:0017 0100007F:1234 01 0:0 00:0 0 0 0 4712 1\n"
                                "= tcp6\n   0: 00000000000000000000000000000000:1F90 0:0 0A 0:0 00:0 0 0 0 9 1\n"
                                "   1: B80D0120000000000000000001000000:01BB 0:0 0A 0:0 00:0 0 0 0 10 1\n"
                                "= udp\n   0: 00000000:0035 00000000:0000 07 0:0 00:0 0 0 0 11 1\n"
                                "= owners\n/proc/12/fd:\nlrwx------ 1 root root 64 Jan 1 00:00 3 -> socket:[4711]\n"
                                "= names\n/proc/12/comm:sshd\n";
        const FactSheet sheet = sheetOf(TestNode::frame("who", "0\n") + with("sockets", body));
        QCOMPARE(sheet.tables.value(DriftSection::Sockets).keys(),
                 QList<QByteArray>({"tcp 127.0.0.1:22", "tcp [2001:db8::1]:443", "tcp [::]:8080", "udp 0.0.0.0:53"}));
        QCOMPARE(rowOf(sheet, DriftSection::Sockets, "tcp 127.0.0.1:22").fields.value(QStringLiteral("process")),
                 QStringLiteral("sshd"));
        QVERIFY(!sheetOf(with("sockets", "proc\n= tcp\n")).saw(DriftSection::Sockets));
        QVERIFY(!sheetOf(with("sockets", "proc\n= tcp\nx\n= owners\n= names\n")).saw(DriftSection::Sockets));
    }

    // BusyBox: how find ended is told beside, or the list could end anywhere.
    void listsOfBusyBox()
    {
        const QByteArray record = nonce + ":81a4\t0\t0\t2\t42\t1700000001\t7\t/a\nb" + nonce + "=/a\nb\n" + nonce +
                                  ":a1ff\t0\t0\t1\t42\t1\t8\t/l" + nonce + "='/l' -> 't'\n";
        const QByteArray answer = TestNode::frame("files", record) +
                                  TestNode::frame("hashes", QByteArray(hashOf("x") + "  /a\nb").append('\0'));
        const auto seen = [&answer](const QByteArray& err) {
            return parseProbe(answer, TestNode::frame("files", err), false, nonce, {DriftSection::Files});
        };
        const ProbeFacts facts = seen(nonce + "=0\n");
        QVERIFY(facts.unseen.isEmpty());
        QCOMPARE(facts.files.value("/a\nb").sha256, hashOf("x"));
        QCOMPARE(facts.files.value("/l").target, QByteArray("t"));
        QCOMPARE(facts.fileTimes.value("/a\nb"), 1'700'000'001);
        QVERIFY(!seen({}).seen.contains(DriftSection::Files));
        QCOMPARE(seen(nonce + "=143\n").unseen.first().reason, QStringLiteral("timedOut"));
        const ProbeFacts blind = seen("find: /srv: Permission denied\nstat: can't stat '/gone': No such file or "
                                      "directory\n" +
                                      nonce + "=1\n");
        QVERIFY(blind.seen.contains(DriftSection::Files));
        QCOMPARE(blind.unseen, QList<Unseen>({{DriftSection::Files, "/srv", QStringLiteral("permissionDenied")},
                                              {DriftSection::Files, "/gone", QStringLiteral("vanished")}}));
    }
};

QTEST_APPLESS_MAIN(TestFactSheet)
#include "tst_fact_sheet.moc"
