// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/hash_place.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

class TestHashPlace : public QObject
{
    Q_OBJECT

    static FleetAccess fleetIn(const QString& home)
    {
        FleetAccess fleet;
        fleet.home = home;
        fleet.blueprint.name = QStringLiteral("shop");
        return fleet;
    }
    static NodeFacts named(const QString& name)
    {
        NodeFacts node;
        node.name = name;
        return node;
    }
    static HashMemory someHashes()
    {
        HashMemory memory{"web-1", {1'700'000'000, "boot"}, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC), {}};
        memory.files.insert("/etc/a", {{1, 2, "3"}, 4, QByteArray(64, 'a')});
        return memory;
    }

private Q_SLOTS:
    void keepsForItsOwnerOnly()
    {
        const QTemporaryDir home;
        const HashPlace place = hashPlace(fleetIn(home.path()), named(QStringLiteral("node.").repeated(60) + u"../x"));
        QCOMPARE(readHashes(place), nullptr);
        keepHashes(place, someHashes());
        const HashMemoryPtr memory = readHashes(place);
        QVERIFY(memory);
        QCOMPARE(*memory, someHashes());
        constexpr auto ours = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFileInfo(place.file).permissions(), ours);
        QCOMPARE(QFileInfo(QFileInfo(place.file).path()).permissions(), ours | QFile::ExeOwner | QFile::ExeUser);
        QVERIFY(QFileInfo(place.file).canonicalFilePath().startsWith(home.path() + u"/hashes/"));
    }

    void aFullLookRemembersNothing()
    {
        const QTemporaryDir home;
        keepHashes(hashPlace(fleetIn(home.path()), named(QStringLiteral("web-1"))), someHashes());
        QCOMPARE(readHashes(hashPlace(fleetIn(home.path()), named(QStringLiteral("web-1")), true)), nullptr);
        QVERIFY(readHashes(hashPlace(fleetIn(home.path()), named(QStringLiteral("web-1")))));
    }

    void anotherLifeIsAnotherNode()
    {
        const FleetAccess fleet = fleetIn(QStringLiteral("/home"));
        NodeFacts node = named(QStringLiteral("web-1"));
        const HashPlace was = hashPlace(fleet, node);
        node.birth.bornAt = QDateTime::currentDateTimeUtc();
        QCOMPARE(hashPlace(fleet, node).file, was.file);
        QVERIFY(hashPlace(fleet, node).of != was.of);
    }

    void theOldestGoFirst()
    {
        const QTemporaryDir home;
        QList<HashPlace> places;
        for (const char* name : {"a", "b", "c"}) {
            places.append(hashPlace(fleetIn(home.path()), named(QString::fromLatin1(name))));
            keepHashes(places.last(), someHashes());
            QFile file(places.last().file);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-10 + places.size()),
                                     QFileDevice::FileModificationTime));
        }
        const qint64 size = QFileInfo(places.first().file).size();
        keepHashes(places.at(1), someHashes(), 2 * size);
        QVERIFY(!readHashes(places.at(0)));
        QVERIFY(readHashes(places.at(1)) && readHashes(places.at(2)));
        keepHashes(places.at(1), someHashes(), 1); // what was just written stays
        QVERIFY(readHashes(places.at(1)) && !readHashes(places.at(2)));
    }

    void whatCannotBeReadOrWrittenIsNothing()
    {
        const QTemporaryDir home;
        QFile inTheWay(home.filePath(QStringLiteral("hashes")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const HashPlace place = hashPlace(fleetIn(home.path()), named(QStringLiteral("a")));
        keepHashes(place, someHashes());
        QVERIFY(!readHashes(place));
        QVERIFY(!readHashes({}));
    }
};

QTEST_GUILESS_MAIN(TestHashPlace)
#include "tst_hash_place.moc"
