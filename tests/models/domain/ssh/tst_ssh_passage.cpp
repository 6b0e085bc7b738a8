// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_passage.h"
#include "tests/models/domain/ssh/ssh_words.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::testing;

namespace {

const QString mainFile = QStringLiteral("/home/ann/.ssh/config");

SshPassage passage(const QByteArray& config, const char* host, const char* user = "")
{
    const SshFiles files{[&](const QString& path) {
                             return path == mainFile ? SshFileRead{SshFileRead::State::Read, config} : SshFileRead{};
                         },
                         [](const QString&) { return QStringList(); }};
    const SshPerson ann{QStringLiteral("ann"), QStringLiteral("/home/ann"), QStringLiteral("desk"), 1000, {}};
    return sshPassageTo({QString::fromUtf8(host), QString::fromUtf8(user), 0, ann}, files, mainFile, {});
}

/// "user@host:port > …"
QString shown(const SshPassage& passage)
{
    QStringList parts;
    for (const SshWay& way : passage.ways)
        parts << QStringLiteral("%1@%2:%3").arg(way.user, way.hostName).arg(way.port);
    return parts.join(QStringLiteral(" > "));
}

} // namespace

class TestSshPassage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ways_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* config, const char* expected) {
            QTest::newRow(name) << QByteArray(config) << QString::fromUtf8(expected);
        };
        row("straight", "", "ann@web:22");
        row("one jump", "Host web\n ProxyJump bob@gate:2200\n", "bob@gate:2200 > ann@web:22");
        row("each as its own configuration says",
            "Host web\n ProxyJump gate\n HostName 10.0.0.7\n User www\nHost gate\n HostName gate.example.org\n Port "
            "443\n",
            "ann@gate.example.org:443 > www@10.0.0.7:22");
        row("in their order", "Host web\n ProxyJump a,b,c\n", "ann@a:22 > ann@b:22 > ann@c:22 > ann@web:22");
        row("the first one's own jump counts", "Host web\n ProxyJump a,b\nHost a\n ProxyJump outer\n",
            "ann@outer:22 > ann@a:22 > ann@b:22 > ann@web:22");
        row("not those of the others", "Host web\n ProxyJump a,b\nHost b\n ProxyJump elsewhere\n",
            "ann@a:22 > ann@b:22 > ann@web:22");
        row("a way in steps", "Host web\n ProxyJump a\nHost a\n ProxyJump b\nHost b\n ProxyJump c\n",
            "ann@c:22 > ann@b:22 > ann@a:22 > ann@web:22");
        row("a hop may be passed twice", "Host web\n ProxyJump a,b,a\n", "ann@a:22 > ann@b:22 > ann@a:22 > ann@web:22");
        row("none", "Host web\n ProxyJump none\nHost *\n ProxyJump gate\n", "ann@web:22");
    }
    void ways()
    {
        QFETCH(QByteArray, config);
        QFETCH(QString, expected);
        const SshPassage found = passage(config, "web");
        QCOMPARE(shown(found.problems), QString());
        QCOMPARE(shown(found), expected);
    }

    void theGivenUserIsTheHostsAlone()
    {
        QCOMPARE(shown(passage("Host web\n ProxyJump gate\n", "web", "deploy")), u"ann@gate:22 > deploy@web:22"_qs);
    }

    void eachHopIsNarrowedByItsOwnLines()
    {
        const SshPassage found = passage("Host web\n ProxyJump gate\n PasswordAuthentication no\n"
                                         "Host gate\n BatchMode yes\n KbdInteractiveAuthentication no\n",
                                         "web");
        QCOMPARE(found.ways.size(), 2);
        QVERIFY(found.ways.at(0).asksNobody && !found.ways.at(0).mayUseChallenges);
        QVERIFY(found.ways.at(0).mayUseKeys && found.ways.at(0).mayUsePasswords);
        QVERIFY(!found.ways.at(1).asksNobody && found.ways.at(1).mayUseChallenges);
        QVERIFY(found.ways.at(1).mayUseKeys && !found.ways.at(1).mayUsePasswords);
    }

    void loopsAreProblems_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::newRow("through itself") << QByteArray("Host web\n ProxyJump web\n");
        QTest::newRow("two in a circle") << QByteArray(
            "Host web\n ProxyJump a\nHost a\n ProxyJump b\nHost b\n ProxyJump a\n");
        QTest::newRow("ever longer") << QByteArray("Host *\n ProxyJump x%h\n");
    }
    void loopsAreProblems()
    {
        QFETCH(QByteArray, config);
        const SshPassage found = passage(config, "web");
        QCOMPARE(found.problems.size(), 1);
        QCOMPARE(found.problems.first().code, SshProblemCode::JumpLoop);
        QCOMPARE(found.problems.first().place.file, mainFile);
        QVERIFY(found.problems.first().place.line > 0);
    }

    void aProblemOfAHopIsOne()
    {
        const SshPassage found = passage("Host web\n ProxyJump gate\nHost gate\n Port x\n", "web");
        QCOMPARE(shown(found.problems), QStringLiteral("%1 4:2 Port,x").arg(int(SshProblemCode::BadValue)));
    }

    void whatIsNotSupportedIsToldOfEveryWay()
    {
        const SshPassage found = passage("Host web\n ProxyJump a,b\nHost b\n ProxyCommand nc %h %p\nHost a\n"
                                         " ProxyCommand nc %h %p\nHost *\n Ciphers aes128-ctr\n",
                                         "web");
        QStringList told;
        for (const SshUnsupported& one : found.unsupported)
            told << one.what + u' ' + QString::number(one.place.line);
        QCOMPARE(told, (QStringList{u"Ciphers 8"_qs, u"ProxyCommand 6"_qs}));
        QVERIFY(decidesWhoIsReached(found.unsupported.last()));
        QVERIFY(!decidesWhoIsReached(found.unsupported.first()));
        QVERIFY(decidesWhoIsReached({u"Match exec"_qs, {}, {}}));
    }
};

QTEST_APPLESS_MAIN(TestSshPassage)
#include "tst_ssh_passage.moc"
