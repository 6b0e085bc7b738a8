// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/elsewhere.h"

#include <QTest>

using namespace snowmelt;

class TestElsewhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builderGetsOnlyWhatItNeeds()
    {
        QProcessEnvironment persons;
        for (const char* name :
             {"PATH", "HTTPS_PROXY", "no_proxy", "SNOWMELT_DEBIAN_MIRROR", "LANGUAGE", "LC_ALL", "TZ", "HOME",
              "PERL5LIB", "DEBIAN_FRONTEND", "TMPDIR", "SNOWMELT_ROOTLESS", "SNOWMELT_PACKER_TOKEN"})
            persons.insert(QLatin1String(name), QStringLiteral("x"));
        const QProcessEnvironment builders = buildersEnvironment(persons);
        QStringList given = builders.toStringList();
        given.sort();
        QCOMPARE(given, (QStringList{QStringLiteral("HOME=/root"), QStringLiteral("HTTPS_PROXY=x"),
                                     QStringLiteral("LC_ALL=C.UTF-8"), QStringLiteral("PATH=x"),
                                     QStringLiteral("SNOWMELT_DEBIAN_MIRROR=x"), QStringLiteral("TZ=UTC"),
                                     QStringLiteral("no_proxy=x")}));
    }

    // A stranger changes nothing of it: whoever builds, the script sees the same.
    void strangerSeesTheSame()
    {
        QProcessEnvironment persons;
        persons.insert(QStringLiteral("PATH"), QStringLiteral("/bin"));
        const QProcessEnvironment stranger = strangersEnvironment(persons);
        QVERIFY(stranger != persons);
        QVERIFY(buildersEnvironment(stranger) == buildersEnvironment(persons));
    }

    void scriptKeepsItsArguments()
    {
        ProcessSpec spec;
        spec.program = QStringLiteral("unshare");
        spec.arguments = {QStringLiteral("/bin/sh"), QStringLiteral("/w/tier.sh"), QStringLiteral("/w"),
                          QStringLiteral("cache")};
        QCOMPARE(elsewhere(spec, QStringLiteral("/w"), 7).arguments,
                 (QStringList{QStringLiteral("/bin/sh"), QStringLiteral("/w/elsewhere.sh"), QStringLiteral("7"),
                              QStringLiteral("/w/tier.sh"), QStringLiteral("/w"), QStringLiteral("cache")}));
    }
};

QTEST_GUILESS_MAIN(TestElsewhere)
#include "tst_elsewhere.moc"
