// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/secret_file.h"
#include "backend/transport/secret_store.h"
#include "tests/support/keyring_session.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace snowmelt;
using namespace std::chrono_literals;

namespace {

const QString key = QStringLiteral("fleets/shop/database-password");
const Secret secret(QByteArray("pass\0wörd", 10));

CallContext soon()
{
    return CallContext::cleanup(60s);
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    QString folder() const { return m_home.path() + u"/secrets"; }
    static int modeOf(const QString& path)
    {
        struct stat state
        {
        };
        return ::stat(QFile::encodeName(path).constData(), &state) == 0 ? int(state.st_mode & 07777) : -1;
    }
    static void runWithoutBus()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
    }

private Q_SLOTS:
    void neverPrints()
    {
        QString text;
        QDebug(&text) << "password" << secret << 1;
        QCOMPARE(text.trimmed(), QStringLiteral("password ••• 1"));
        const QJsonArray json{toJson(secret)};
        QCOMPARE(QJsonDocument(json).toJson(QJsonDocument::Compact), QByteArray("[\"•••\"]"));
    }

    void randomOnesDiffer()
    {
        QVERIFY(Secret::random().reveal() != Secret::random().reveal());
        QCOMPARE(Secret::random(24).reveal().size(), 32);
    }

    void keysBecomeFileNames()
    {
        QCOMPARE(secretFilePath(QStringLiteral("/s"), QStringLiteral("a/b")), QStringLiteral("/s/a%2Fb"));
        QCOMPARE(secretFilePath(QStringLiteral("/s"), QStringLiteral("..")), QStringLiteral("/s/%2E."));
    }

    void keepsFilesWithoutABus()
    {
        runWithoutBus();
        SecretStore store(m_home.path());
        const auto none = QCoro::waitFor(store.read(key, soon()));
        QVERIFY(none.ok());
        QCOMPARE(none->place, SecretStore::Place::Nowhere);

        const auto written = QCoro::waitFor(store.write(key, secret, soon()));
        QVERIFY(written.ok());
        QCOMPARE(*written, SecretStore::Place::File);
        QCOMPARE(modeOf(secretFilePath(folder(), key)), 0600);
        QCOMPARE(modeOf(folder()), 0700);

        SecretStore another(m_home.path());
        const auto read = QCoro::waitFor(another.read(key, soon()));
        QVERIFY(read.ok());
        QCOMPARE(read->place, SecretStore::Place::File);
        QVERIFY(read->secret == secret);

        QVERIFY(QCoro::waitFor(store.remove(key, soon())).ok());
        QCOMPARE(modeOf(secretFilePath(folder(), key)), -1);
        QVERIFY(QCoro::waitFor(store.remove(key, soon())).ok());
    }

    void refusesAFileThatOthersMayRead()
    {
        runWithoutBus();
        SecretStore store(m_home.path());
        QVERIFY(QCoro::waitFor(store.write(key, secret, soon())).ok());
        QCOMPARE(chmod(QFile::encodeName(secretFilePath(folder(), key)).constData(), 0644), 0);
        const auto read = QCoro::waitFor(store.read(key, soon()));
        QVERIFY(read.failed());
        QCOMPARE(read.error().code, ErrorCode::SecretUnavailable);
        QVERIFY(QCoro::waitFor(store.write(key, secret, soon())).ok()); // writing sets it right
        QVERIFY(QCoro::waitFor(store.read(key, soon())).ok());
    }

    // A bus that takes the connection and says nothing.
    void doesNotHangOnASilentBus()
    {
        QLocalServer bus;
        QVERIFY(bus.listen(m_home.path() + u"/bus"));
        qputenv("DBUS_SESSION_BUS_ADDRESS", QFile::encodeName(u"unix:path=" + bus.fullServerName()));
        SecretStore store(m_home.path(), 700ms);
        QElapsedTimer clock;
        clock.start();
        const auto written = QCoro::waitFor(store.write(key, secret, soon()));
        QVERIFY(written.ok());
        QCOMPARE(*written, SecretStore::Place::File);
        QVERIFY(clock.elapsed() < 10'000);
        bus.close(); // ends the question that is still open
        runWithoutBus();
    }

    void keepsThemInTheKeyring()
    {
        if (!test::canHaveKeyringSession())
            QSKIP("needs dbus-run-session and gnome-keyring-daemon");
        const auto session = test::runInKeyringSession(QStringLiteral("insideASession"), 60'000);
        QVERIFY(session.finished);
        QVERIFY2(session.exitCode == 0, session.said.constData());
        QVERIFY2(session.said.contains("PASS   : TestSecretStore::insideASession()"), session.said.constData());
    }

    void insideASession()
    {
        if (!test::isInKeyringSession())
            QSKIP("run by keepsThemInTheKeyring");
        SecretStore store(m_home.path(), 20s);
        const auto none = QCoro::waitFor(store.read(key, soon()));
        QVERIFY(none.ok());
        QCOMPARE(none->place, SecretStore::Place::Nowhere);
        const auto written = QCoro::waitFor(store.write(key, secret, soon()));
        QVERIFY(written.ok());
        QCOMPARE(*written, SecretStore::Place::Keyring);
        QVERIFY(!QFile::exists(secretFilePath(folder(), key)));
        SecretStore another(m_home.path(), 20s);
        const auto read = QCoro::waitFor(another.read(key, soon()));
        QVERIFY(read.ok());
        QCOMPARE(read->place, SecretStore::Place::Keyring);
        QVERIFY(read->secret == secret);
        QVERIFY(QCoro::waitFor(store.remove(key, soon())).ok());
        QCOMPARE(QCoro::waitFor(another.read(key, soon()))->place, SecretStore::Place::Nowhere);
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
