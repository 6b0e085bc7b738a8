// SPDX-License-Identifier: GPL-3.0-or-later
// One planted difference in each section, on roots where everything else stays as it was: it is found, and nothing
// else is.
#include "tests/models/domain/drift/furnished_root.h"

#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

class TestProbeRoots : public QObject
{
    Q_OBJECT

    void plant(MadeRoot& root, FactSheet& was, DriftSection section)
    {
        const FactSheet is = root.sheet();
        QCOMPARE(differing(was, is), QSet<DriftSection>{section});
        was = is;
    }

    // What may be planted in the same way in both.
    void plantCommon(MadeRoot& root, FactSheet& was)
    {
        root.write("etc/os-release", "ID=made\nVERSION_ID=2\n");
        plant(root, was, DriftSection::System);
        root.write("boot/vmlinuz-6.9.0-1-amd64", {});
        plant(root, was, DriftSection::Kernel);
        root.write("proc/sys/vm/swappiness", "10\n");
        plant(root, was, DriftSection::KernelSettings);
        root.write("proc/self/mounts", "/dev/x / ext4 rw 0 0\nnas:/x /srv/x nfs ro 0 0\n");
        plant(root, was, DriftSection::Mounts);
        root.write("etc/sudoers.d/ops", "%ops ALL=(ALL) NOPASSWD: ALL\n", 0440);
        plant(root, was, DriftSection::Sudoers);
        root.write("etc/cron.d/job", "1 2 * * * root rm -rf /srv/cache\n");
        plant(root, was, DriftSection::Schedules);
        root.write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\nnew:x:7:7::/:/bin/sh\n");
        plant(root, was, DriftSection::Users);
        root.write("etc/group", "root:x:0:\nadm:x:4:new\n");
        plant(root, was, DriftSection::Groups);
        root.write("opt/jdk/release", "JAVA_VERSION=\"21.0.1\"\n");
        plant(root, was, DriftSection::Runtimes);
        root.write("proc/1/maps", "7f00-7f01 r-xp 00000000 08:01 99   /usr/lib/libssl.so.3 (deleted)\n");
        plant(root, was, DriftSection::StaleLibraries);
        root.write("srv/plain", "z\n");
        plant(root, was, DriftSection::Files);
    }

private Q_SLOTS:
    void initTestCase()
    {
        MadeRoot root(MadeRoot::Tools::BusyBox);
        if (!root.works())
            QSKIP("namespaces are needed");
    }

    void withGnuTools()
    {
        MadeRoot root(MadeRoot::Tools::Gnu);
        furnish(root);
        root.write("var/lib/dpkg/info/a.list", "/.\n");
        const QByteArray package = "Package: a\nStatus: install ok installed\nMaintainer: m\nArchitecture: all\n"
                                   "Version: 1\nDescription: d\n\n";
        root.write("var/lib/dpkg/status", package);
        FactSheet was = root.sheet();
        QStringList unseen;
        for (const Unseen& one : was.unseen)
            unseen.append(QString(codeNameOf(one)));
        QCOMPARE(unseen, QStringList(QStringLiteral("reboot"))); // a kernel that is not installed here
        QCOMPARE(was.tables.size(), 15);
        QCOMPARE(differing(was, root.sheet()), QSet<DriftSection>());
        plantCommon(root, was);
        root.write("var/lib/dpkg/status", QByteArray(package).replace("Version: 1", "Version: 2"));
        plant(root, was, DriftSection::Packages);
        root.link("etc/rc2.d/S01ssh", "../init.d/ssh");
        plant(root, was, DriftSection::Services);
        plantCertificate(root);
        plant(root, was, DriftSection::Certificates);
        QCOMPARE(was.tables.value(DriftSection::Certificates).first().fields.value(QStringLiteral("subject")),
                 QStringLiteral("CN=snow"));
    }

    void withBusyBoxOnly()
    {
        MadeRoot root(MadeRoot::Tools::BusyBox);
        furnish(root);
        root.write("lib/apk/db/installed", "C:Q1\nP:musl\nV:1.2.4-r2\nA:x86_64\nt:1\n\n");
        root.link("etc/runlevels/default/ssh", "/etc/init.d/ssh");
        FactSheet was = root.sheet();
        QStringList unseen;
        for (const Unseen& one : was.unseen)
            unseen.append(QString(codeNameOf(one)));
        QCOMPARE(unseen, QStringList(QStringLiteral("reboot")));
        QCOMPARE(was.tables.size(), 15);
        const FactTable files = was.tables.value(DriftSection::Files);
        QCOMPARE(files.value("/srv/눈\n송이 \\ \x1b[2J").fields.value(QStringLiteral("content")),
                 QString::fromLatin1(hashOf("y\n")));
        QCOMPARE(files.value("/srv/li' -> 'nk").fields.value(QStringLiteral("target")), QStringLiteral("a' -> 'b"));
        QCOMPARE(
            was.tables.value(DriftSection::Sockets).value("tcp 127.0.0.1:22").fields.value(QStringLiteral("process")),
            QStringLiteral("init"));
        QCOMPARE(differing(was, root.sheet()), QSet<DriftSection>());
        plantCommon(root, was);
        root.write("lib/apk/db/installed", "C:Q1\nP:musl\nV:1.2.5-r0\nA:x86_64\nt:1\n\n");
        plant(root, was, DriftSection::Packages);
        root.link("etc/runlevels/boot/ssh", "/etc/init.d/ssh");
        plant(root, was, DriftSection::Services);
        QByteArray alsoOn80 = listensOn22;
        alsoOn80.replace("0100007F:0016", "00000000:0050");
        root.write("proc/net/tcp", tcpHeading + listensOn22 + alsoOn80);
        plant(root, was, DriftSection::Sockets);
        plantCertificate(root);
        plant(root, was, DriftSection::Certificates);
    }

    // Both kinds of tools tell the same about the same files.
    void dialectsAgree()
    {
        QList<QMap<QByteArray, FileFact>> told;
        for (const auto tools : {MadeRoot::Tools::Gnu, MadeRoot::Tools::BusyBox}) {
            MadeRoot root(tools);
            furnish(root);
            const ProbeFacts facts = root.look({DriftSection::Files});
            QVERIFY(facts.unseen.isEmpty());
            for (const FileFact& file : facts.files)
                QVERIFY(facts.fileTimes.value(file.path) > 0);
            told.append(facts.files);
        }
        QCOMPARE(told.first(), told.last());
        QVERIFY(told.first().size() > 3);
    }

    void missingToolsAreSaid()
    {
        MadeRoot root(MadeRoot::Tools::BusyBox);
        furnish(root);
        for (const char* applet : {"find", "stat", "sha256sum", "grep"})
            QVERIFY(QFile::remove(root.path(QByteArray("bin/" + QByteArray(applet)).constData())));
        QVERIFY(QFile::remove(root.path("proc/net/tcp")));
        const ProbeFacts facts = root.look();
        for (const DriftSection section :
             {DriftSection::Packages, DriftSection::Files, DriftSection::Sockets, DriftSection::KernelSettings,
              DriftSection::StaleLibraries, DriftSection::Certificates}) {
            QVERIFY(!facts.seen.contains(section));
            QVERIFY2(facts.unseen.contains({section, {}, QStringLiteral("commandMissing")}),
                     qPrintable(QString::number(int(section))));
        }
    }

    // As programs on a dead share do: what hangs is given up after its limit, and all else is told.
    void aToolThatHangs()
    {
        MadeRoot root(MadeRoot::Tools::BusyBox);
        furnish(root);
        QVERIFY(QFile::remove(root.path("bin/sha256sum")));
        QVERIFY(root.write("bin/sha256sum", "#!/bin/sh\nexec sleep 1000\n", 0755));
        const ProbeFacts facts = root.look();
        QVERIFY(facts.seen.contains(DriftSection::Files) && facts.seen.contains(DriftSection::Schedules));
        QVERIFY(!facts.hashedAll && !facts.files.isEmpty());
        for (const FileFact& file : facts.files)
            QVERIFY2(file.sha256.isEmpty(), file.path.constData());
    }

    // Quick questions share a shell: the one that hangs is given up alone, and those behind it are asked.
    void aQuickToolThatHangs_data()
    {
        QTest::addColumn<MadeRoot::Tools>("tools");
        QTest::newRow("Debian's tools") << MadeRoot::Tools::Gnu;
        QTest::newRow("BusyBox") << MadeRoot::Tools::BusyBox;
    }
    void aQuickToolThatHangs()
    {
        QFETCH(const MadeRoot::Tools, tools);
        MadeRoot root(tools);
        furnish(root);
        const ProbeRequest request{makeNonce(), "/srv", {}, {}, allSections()};
        QByteArray script = probeScript(request);
        QVERIFY(script.contains(" 60 sh -c \"$shared\""));
        script.replace(" 60 sh -c \"$shared\"", " 2 sh -c \"$shared\"");
        QVERIFY(script.contains("\npiece_system() {\n") && script.contains("\npiece_sudoers() {\n"));
        script.replace("\npiece_system() {\n", "\npiece_system() {\nsleep 1000\n");
        script.replace("\npiece_sudoers() {\n", "\npiece_sudoers() {\necho said\nsleep 1000\n");
        const auto [out, err] = root.run(script);
        const ProbeFacts facts = parseProbe(out, err, false, request.nonce, request.sections);
        QSet<DriftSection> unseen = root.look().seen;
        unseen.subtract(facts.seen);
        QCOMPARE(unseen, QSet<DriftSection>({DriftSection::System, DriftSection::Sudoers}));
        for (const DriftSection section : unseen)
            QVERIFY(facts.unseen.contains({section, {}, QStringLiteral("timedOut")}));
    }

    // One that only talks is stopped by its limit too, and its words are no answer.
    void aToolThatOnlyTalks()
    {
        MadeRoot root(MadeRoot::Tools::BusyBox);
        furnish(root);
        QVERIFY(QFile::remove(root.path("bin/renice")));
        QVERIFY(root.write("bin/renice", "#!/bin/sh\nexec yes\n", 0755));
        QVERIFY(root.look().seen.contains(DriftSection::Files));
    }

    void nothingIsWritten()
    {
        MadeRoot root(MadeRoot::Tools::BusyBox);
        furnish(root);
        const auto listed = [&root] {
            QProcess find;
            find.start(QStringLiteral("find"),
                       {root.path(""), QStringLiteral("-printf"), QStringLiteral("%p %s %T@\\n")});
            find.waitForFinished(-1);
            return find.readAllStandardOutput();
        };
        root.look();
        const QByteArray before = listed();
        root.look();
        QCOMPARE(listed(), before);
    }

private:
    static QString codeNameOf(const Unseen& unseen)
    {
        return unseen.what.isEmpty() ? QString::number(int(unseen.section)) + u' ' + unseen.reason
                                     : QString::fromUtf8(unseen.what);
    }
};

QTEST_GUILESS_MAIN(TestProbeRoots)
#include "tst_probe_roots.moc"
