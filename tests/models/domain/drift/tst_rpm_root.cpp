// SPDX-License-Identifier: GPL-3.0-or-later
// The RHEL family's package records, made and asked by the real rpm.
#include "tests/models/domain/drift/made_root.h"

#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

bool succeeds(const QString& program, const QStringList& words)
{
    QProcess process;
    process.start(program, words);
    process.waitForFinished(-1);
    const bool fine = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!fine)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return fine;
}

QString packageFile(const QString& folder, const QByteArray& name, const QByteArray& version)
{
    QFile spec(folder + u"/spec");
    if (!spec.open(QIODevice::WriteOnly))
        return {};
    spec.write("Name: " + name + "\nVersion: " + version +
               "\nRelease: 1.el9\nEpoch: 2\nSummary: s\nLicense: GPL\nBuildArch: noarch\n%description\ns\n%files\n");
    spec.close();
    const QString built = folder + u"/RPMS/noarch/" + QString::fromLatin1(name + '-' + version + "-1.el9.noarch.rpm");
    const bool fine = succeeds(QStringLiteral("rpmbuild"),
                               {QStringLiteral("-bb"), QStringLiteral("--quiet"), QStringLiteral("--define"),
                                QString(u"_topdir " + folder), spec.fileName()});
    return fine ? built : QString();
}

} // namespace

class TestRpmRoot : public QObject
{
    Q_OBJECT

    QTemporaryDir m_builds;

    bool install(const MadeRoot& root, const QByteArray& name, const QByteArray& version)
    {
        return succeeds(QStringLiteral("rpm"),
                        {QStringLiteral("--root"), root.path(""), QStringLiteral("--dbpath"),
                         QStringLiteral("/var/lib/rpm"), QStringLiteral("-U"), QStringLiteral("--nodeps"),
                         packageFile(m_builds.path(), name, version)});
    }

    static QMap<QString, QString> package(const FactSheet& sheet, const QByteArray& name)
    {
        return sheet.tables.value(DriftSection::Packages).value(name).fields;
    }

private Q_SLOTS:
    void initTestCase()
    {
        MadeRoot root(MadeRoot::Tools::Gnu);
        if (!root.works())
            QSKIP("namespaces are needed");
    }

    void packagesAreSeenAndTheirUpgrade()
    {
        MadeRoot root(MadeRoot::Tools::Gnu);
        root.write("etc/os-release", "ID=\"rhel\"\nVERSION_ID=\"9.4\"\nID_LIKE=\"fedora\"\n");
        root.write("etc/redhat-release", "Red Hat Enterprise Linux release 9.4 (Plow)\n");
        root.write("etc/rpm/macros", "%_dbpath /var/lib/rpm\n"); // Debian's rpm looks in the home otherwise
        QVERIFY(install(root, "snow", "1.0"));
        QVERIFY(install(root, "melt", "3"));
        const QSet<DriftSection> asked{DriftSection::Packages, DriftSection::System};
        const ProbeFacts facts = root.look(asked);
        QCOMPARE(facts.unseen, QList<Unseen>());
        const FactSheet was = factSheet(facts, QStringLiteral("made"), {});
        QCOMPARE(was.tables.value(DriftSection::Packages).size(), 2);
        const QMap<QString, QString> expected{{u"version"_qs, u"2:1.0-1.el9"_qs}, {u"architecture"_qs, u"noarch"_qs}};
        QCOMPARE(package(was, "snow"), expected);
        QVERIFY(was.tables.value(DriftSection::Packages).value("snow").changedAt.isValid());
        QCOMPARE(was.tables.value(DriftSection::System).value("os").fields.value(u"release"_qs),
                 u"Red Hat Enterprise Linux release 9.4 (Plow)"_qs);

        QVERIFY(install(root, "snow", "1.1"));
        const FactSheet is = factSheet(root.look(asked), QStringLiteral("made"), {});
        QCOMPARE(package(is, "snow").value(u"version"_qs), u"2:1.1-1.el9"_qs);
        QCOMPARE(package(is, "melt"), package(was, "melt"));
        QCOMPARE(is.tables.value(DriftSection::System), was.tables.value(DriftSection::System));
    }

    void brokenRecordsAreNotAnEmptyList()
    {
        MadeRoot root(MadeRoot::Tools::Gnu);
        root.write("etc/rpm/macros", "%_dbpath /var/lib/rpm\n");
        QVERIFY(install(root, "snow", "1.0"));
        root.write("var/lib/rpm/rpmdb.sqlite", QByteArray(4096, 'x'));
        const ProbeFacts facts = root.look({DriftSection::Packages});
        QVERIFY(!facts.seen.contains(DriftSection::Packages));
        QVERIFY(!facts.unseen.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRpmRoot)
#include "tst_rpm_root.moc"
