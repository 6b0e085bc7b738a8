// SPDX-License-Identifier: GPL-3.0-or-later
// Kind of difference × kind of host: each planted difference is found and nothing else is, and where it cannot be seen
// the section says so. docs/DRIFT.md has the table.
#include "models/domain/code_names.h"
#include "tests/models/domain/drift/furnished_root.h"

using namespace snowmelt;
using namespace snowmelt::testing;

Q_DECLARE_METATYPE(snowmelt::testing::MadeRoot::Tools)
Q_DECLARE_METATYPE(snowmelt::testing::MadeRoot::Who)

namespace {

constexpr auto package = "Package: a\nStatus: install ok installed\nMaintainer: m\nArchitecture: all\nVersion: 1\n"
                         "Description: d\n\n";
constexpr auto apkPackage = "C:Q1\nP:musl\nV:1.2.4-r2\nA:x86_64\nt:1\n\n";

void furnishForAll(const MadeRoot& root, MadeRoot::Tools tools)
{
    furnish(root);
    root.write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nops:x:1000:1000::/:/bin/sh\n");
    root.write("etc/sudoers", "root ALL=(ALL:ALL) ALL\nops ALL=(ALL:ALL) NOPASSWD: ALL\n", 0440);
    root.write("etc/pam.d/sudo", "auth required pam_permit.so\naccount required pam_permit.so\n"
                                 "session required pam_permit.so\n");
    // As the kernel and Debian keep them.
    root.write("proc/1/status", "Name:\tinit\nVmSize:\t  1000 kB\n");
    chmod(QFile::encodeName(root.path("proc/1/maps")).constData(), 0400);
    chmod(QFile::encodeName(root.path("proc/1/fd")).constData(), 0500);
    if (tools == MadeRoot::Tools::Gnu) {
        root.write("var/lib/dpkg/info/a.list", "/.\n");
        root.write("var/lib/dpkg/status", package);
    } else {
        root.write("lib/apk/db/installed", apkPackage);
        root.link("etc/runlevels/default/ssh", "/etc/init.d/ssh");
    }
}

void plantPackage(const MadeRoot& root, MadeRoot::Tools tools)
{
    if (tools == MadeRoot::Tools::Gnu)
        root.write("var/lib/dpkg/status", QByteArray(package).replace("Version: 1", "Version: 2"));
    else
        root.write("lib/apk/db/installed", QByteArray(apkPackage).replace("V:1.2.4-r2", "V:1.2.5-r0"));
}

void plantSocket(MadeRoot& root, MadeRoot::Tools tools)
{
    QByteArray alsoOn80 = listensOn22;
    alsoOn80.replace("0100007F:0016", "00000000:0050");
    if (tools == MadeRoot::Tools::Gnu)
        root.listen(80);
    else
        root.write("proc/net/tcp", tcpHeading + listensOn22 + alsoOn80);
}

void plantService(const MadeRoot& root, MadeRoot::Tools tools)
{
    if (tools == MadeRoot::Tools::Gnu)
        root.link("etc/rc2.d/S01ssh", "../init.d/ssh");
    else
        root.link("etc/runlevels/boot/ssh", "/etc/init.d/ssh");
}

void plantIn(MadeRoot& root, MadeRoot::Tools tools, DriftSection section)
{
    switch (section) {
    case DriftSection::Packages:
        return plantPackage(root, tools);
    case DriftSection::Files:
        return void(root.write("srv/plain", "z\n"));
    case DriftSection::Users:
        return void(root.write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nops:x:1000:1000::/:/bin/sh\n"
                                             "new:x:7:7::/:/bin/sh\n"));
    case DriftSection::Groups:
        return void(root.write("etc/group", "root:x:0:\nadm:x:4:new\n"));
    case DriftSection::Sockets:
        return plantSocket(root, tools);
    case DriftSection::System:
        return void(root.write("etc/os-release", "ID=made\nVERSION_ID=2\n"));
    case DriftSection::Kernel:
        return void(root.write("boot/vmlinuz-6.9.0-1-amd64", {}));
    case DriftSection::Services:
        return plantService(root, tools);
    case DriftSection::Sudoers:
        return void(root.write("etc/sudoers.d/ops", "%ops ALL=(ALL) NOPASSWD: ALL\n", 0440));
    case DriftSection::Schedules:
        return void(root.write("etc/cron.d/job", "1 2 * * * root rm -rf /srv/cache\n"));
    case DriftSection::KernelSettings:
        return void(root.write("proc/sys/vm/swappiness", "10\n"));
    case DriftSection::Mounts:
        return void(root.write("proc/self/mounts", "/dev/x / ext4 rw 0 0\nnas:/x /srv/x nfs ro 0 0\n"));
    case DriftSection::Certificates:
        return plantCertificate(root);
    case DriftSection::Runtimes:
        return void(root.write("opt/jdk/release", "JAVA_VERSION=\"21.0.1\"\n"));
    case DriftSection::StaleLibraries:
        break;
    }
    root.write("proc/1/maps", "7f00-7f01 r-xp 00000000 08:01 99   /usr/lib/libssl.so.3 (deleted)\n", 0400);
}

/// The section, or something in it that was not unseen before.
/// The section, or things in it such as programs that are closed to who looks.
bool isUnseen(const FactSheet& is, DriftSection section)
{
    return std::ranges::any_of(is.unseen, [&](const Unseen& unseen) {
        return unseen.section == section && (!unseen.what.isEmpty() || !is.saw(section));
    });
}

/// "found", "unseen", or what is wrong.
QString cell(const FactSheet& was, const FactSheet& is, DriftSection section)
{
    QSet<DriftSection> others = differing(was, is);
    const bool found = others.remove(section) && is.saw(section);
    for (const DriftSection other : std::as_const(others)) {
        if (other != section)
            return u"also " + codeName(other);
    }
    if (found)
        return QStringLiteral("found");
    return isUnseen(is, section) ? QStringLiteral("unseen") : QStringLiteral("missed");
}

} // namespace

class TestDriftMatrix : public QObject
{
    Q_OBJECT

    using Tools = MadeRoot::Tools;
    using Who = MadeRoot::Who;

private Q_SLOTS:
    void initTestCase()
    {
        if (geteuid() != 0)
            QSKIP("root is needed to look as somebody else");
        MadeRoot root(Tools::BusyBox);
        if (!root.works())
            QSKIP("namespaces are needed");
    }

    void eachKindOfHost_data()
    {
        QTest::addColumn<MadeRoot::Tools>("tools");
        QTest::addColumn<MadeRoot::Who>("who");
        QTest::addColumn<QList<DriftSection>>("unseen");
        QTest::newRow("Debian's tools, root") << Tools::Gnu << Who::Root << QList<DriftSection>{};
        QTest::newRow("Debian's tools, a user with sudo") << Tools::Gnu << Who::Sudo << QList<DriftSection>{};
        QTest::newRow("Debian's tools, a user without")
            << Tools::Gnu << Who::User
            << QList{DriftSection::Sockets, DriftSection::Sudoers, DriftSection::StaleLibraries};
        QTest::newRow("BusyBox and nothing else, root") << Tools::BusyBox << Who::Root << QList<DriftSection>{};
    }
    void eachKindOfHost()
    {
        QFETCH(const MadeRoot::Tools, tools);
        QFETCH(const MadeRoot::Who, who);
        QFETCH(const QList<DriftSection>, unseen);
        if (who == Who::Sudo && !QFile::exists(QStringLiteral("/usr/bin/sudo")))
            QSKIP("sudo is not installed");
        MadeRoot root(tools, who);
        furnishForAll(root, tools);
        FactSheet was = root.sheet();
        QCOMPARE(differing(was, root.sheet()), QSet<DriftSection>());
        for (const DriftSection section : allCodes<DriftSection>()) {
            plantIn(root, tools, section);
            const FactSheet is = root.sheet();
            const QString expected = unseen.contains(section) ? QStringLiteral("unseen") : QStringLiteral("found");
            QVERIFY2(cell(was, is, section) == expected,
                     qPrintable(QString(codeName(section) + u": " + cell(was, is, section))));
            was = is;
        }
    }

    // One thing among others that is closed to who looks is unseen by itself.
    void whatAUserMayNotReadIsUnseen()
    {
        MadeRoot root(Tools::Gnu, Who::User);
        furnishForAll(root, Tools::Gnu);
        root.write("srv/closed", "a\n", 0600);
        root.write("srv/private/inside", "a\n");
        chmod(QFile::encodeName(root.path("srv/private")).constData(), 0700);
        root.listen(80);
        const FactSheet was = root.sheet();
        root.write("srv/closed", "b\n", 0600);
        root.write("srv/private/inside", "b\n");
        const FactSheet is = root.sheet();
        const QString denied = QStringLiteral("permissionDenied");
        QVERIFY(is.unseen.contains({DriftSection::Files, "/srv/closed", denied}));
        QVERIFY(is.unseen.contains({DriftSection::Files, "/srv/private", denied}));
        QVERIFY(!is.tables.value(DriftSection::Files).contains("/srv/private/inside"));
        QVERIFY(std::ranges::any_of(is.unseen, [](const Unseen& one) { return one.what == "tcp 0.0.0.0:80"; }));
        QCOMPARE(was.unseen, is.unseen);
    }

    // The probe writes nothing: it does not need to.
    void nothingCanBeWritten_data()
    {
        QTest::addColumn<MadeRoot::Tools>("tools");
        QTest::newRow("Debian's tools") << Tools::Gnu;
        QTest::newRow("BusyBox") << Tools::BusyBox;
    }
    void nothingCanBeWritten()
    {
        QFETCH(const MadeRoot::Tools, tools);
        MadeRoot root(tools);
        furnishForAll(root, tools);
        const FactSheet was = root.sheet();
        root.becomeReadOnly();
        const FactSheet is = root.sheet();
        QCOMPARE(is.unseen, was.unseen);
        QCOMPARE(differing(was, is), QSet<DriftSection>());
    }

    // What is told is what is there, whatever the clock says; and nobody keeps to what changed since a time to come.
    void clocksMayBeYearsOff_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::newRow("before there were clocks") << qint64(0);
        QTest::newRow("1980") << qint64(315'532'800);
        QTest::newRow("2100") << qint64(4'102'444'800);
    }
    void clocksMayBeYearsOff()
    {
        QFETCH(const qint64, now);
        MadeRoot root(Tools::Gnu);
        furnishForAll(root, Tools::Gnu);
        root.write("proc/sys/kernel/random/boot_id", "b0\n");
        const FactSheet was = root.sheet();
        root.write("date", "#!/bin/sh\necho " + QByteArray::number(now) + '\n', 0755);
        root.show(QFile::encodeName(root.path("date")), "usr/bin/date");
        QCOMPARE(differing(was, root.sheet()), QSet<DriftSection>());
        const qint64 ours = QDateTime::currentSecsSinceEpoch();
        for (const qint64 before : {ours, now, now + 1}) {
            const ProbeFacts facts =
                root.look(ProbeRequest{makeNonce(), "/srv", {}, {}, {DriftSection::Files}, HashedBefore{before, "b0"}});
            QVERIFY(facts.unseen.isEmpty() && facts.hashedAll);
            QCOMPARE(facts.moment->now.at, now);
            QCOMPARE(facts.moment->recent, before <= now);
            QCOMPARE(facts.files.value("/srv/plain").sha256, hashOf("x\n"));
        }
    }
};

QTEST_GUILESS_MAIN(TestDriftMatrix)
#include "tst_drift_matrix.moc"
