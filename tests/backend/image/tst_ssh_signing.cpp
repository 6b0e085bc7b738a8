// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/ssh_signing.h"

#include <QCoro/QCoroTask>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace snowmelt;

namespace {

const ImageRef shop{QStringLiteral("shop"), QStringLiteral("1.1.0")};
const Digest digest = Digest::ofBytes("shop");
/// Set where this program is called by itself: the key that a passphrase locks.
constexpr const char* lockedKey = "SNOWMELT_TEST_LOCKED_KEY";

template <typename T>
Result<T> run(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

bool succeeds(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

/// With the ssh-keygen and ssh-agent of this machine.
class TestSshSigning : public QObject
{
    Q_OBJECT

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }

    void write(const QString& name, const QByteArray& text)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
    }
    QByteArray contentOf(const QString& name)
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// A key pair NAME and NAME.pub with the comment "NAME@laptop".
    QString key(const QString& name, const QString& passphrase = {})
    {
        const bool made = succeeds(u"ssh-keygen"_qs,
                                   {u"-q"_qs, u"-t"_qs, u"ed25519"_qs, u"-N"_qs, passphrase, u"-C"_qs,
                                    name + u"@laptop", u"-f"_qs, path(name)},
                                   QProcessEnvironment::systemEnvironment());
        if (!made)
            qFatal("no key");
        return path(name);
    }
    /// A line of allowed_signers.
    QByteArray allowed(const QString& name, const QByteArray& options = {})
    {
        return name.toUtf8() + "@example.org " + options + contentOf(name + u".pub");
    }
    SignerFiles files() const { return signerFilesIn(m_folder->path()); }

    QByteArray signedBy(const QString& name) { return run(signImage(shop, digest, path(name), {})).value().armored; }
    Result<Done> check(const QList<QByteArray>& signatures, const Digest& of = digest, const ImageRef& image = shop)
    {
        return run(checkSignatures(image, of, signatures, files(), {}));
    }
    void refused(const Result<Done>& result, const QString& signer)
    {
        QVERIFY(result.failed());
        QCOMPARE(result.error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(result.error().args, (QStringList{shop.text(), signer}));
    }
    QString fingerprintOf(const QString& name) { return parsePublicKey(contentOf(name + u".pub"))->key.fingerprint(); }

    QProcessEnvironment withLockedKey()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(lockedKey), key(u"locked"_qs, u"open sesame"_qs));
        return environment;
    }
    /// Calls one function of this program on a terminal; `typed` is said when a passphrase is asked for.
    bool onTerminal(const QString& function, const QByteArray& typed)
    {
        QProcess script;
        script.setProcessEnvironment(withLockedKey());
        script.start(u"script"_qs,
                     {u"-qec"_qs, QCoreApplication::applicationFilePath() + u' ' + function, path(u"typescript"_qs)});
        QByteArray seen;
        while (!seen.contains("passphrase:") && script.waitForReadyRead(60'000))
            seen += script.readAll();
        script.write(typed);
        return script.waitForFinished(60'000) && script.exitCode() == 0;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qunsetenv("SSH_AUTH_SOCK");
        qunsetenv("DISPLAY");
        qputenv("SSH_ASKPASS_REQUIRE", "never");
    }

    void goodSignatureHolds()
    {
        const QString mina = key(u"mina"_qs);
        const auto made = run(signImage(shop, digest, mina, {}));
        QVERIFY(made.ok());
        QCOMPARE(made->signer, u"mina@laptop"_qs);
        QCOMPARE(made->key.fingerprint(), fingerprintOf(u"mina"_qs));
        write(u"allowed_signers"_qs, allowed(u"mina"_qs));
        QVERIFY(check({made->armored}).ok());
    }

    /// What docs/IMAGES.md says a person types.
    void holdsByHandToo()
    {
        key(u"mina"_qs);
        write(u"sig"_qs, signedBy(u"mina"_qs));
        write(u"allowed_signers"_qs, allowed(u"mina"_qs));
        const QString line =
            u"printf 'snowmelt image signature 1\\nimage %1\\ndigest %2\\n' | ssh-keygen -Y verify -f %3 -I "
            u"mina@example.org -n snowmelt-image -s %4"_qs.arg(shop.text(), digest.text(), path(u"allowed_signers"_qs),
                                                               path(u"sig"_qs));
        QVERIFY(succeeds(u"sh"_qs, {u"-c"_qs, line}, QProcessEnvironment::systemEnvironment()));
    }

    void nobodyIsAskedWithoutAllowedSigners()
    {
        QCOMPARE(files().allowed, QString());
        QVERIFY(check({}).ok());
    }

    void unsignedIsRefused()
    {
        key(u"mina"_qs);
        write(u"allowed_signers"_qs, allowed(u"mina"_qs));
        refused(check({}), QString());
    }

    void otherSignerIsRefused()
    {
        key(u"mina"_qs);
        key(u"eve"_qs);
        write(u"allowed_signers"_qs, allowed(u"mina"_qs));
        refused(check({signedBy(u"eve"_qs)}), fingerprintOf(u"eve"_qs));
        QVERIFY(check({signedBy(u"eve"_qs), signedBy(u"mina"_qs)}).ok()); // one of several is enough
    }

    void changedDigestOrNameIsRefused()
    {
        key(u"mina"_qs);
        write(u"allowed_signers"_qs, allowed(u"mina"_qs));
        const QByteArray signature = signedBy(u"mina"_qs);
        refused(check({signature}, Digest::ofBytes("changed")), u"mina@example.org"_qs);
        const Result<Done> renamed = check({signature}, digest, {u"shop"_qs, u"1.2.0"_qs});
        QCOMPARE(renamed.error().code, ErrorCode::SignatureInvalid);
        QVERIFY(!renamed.error().detail.isEmpty());
    }

    void revokedKeyIsRefused()
    {
        key(u"mina"_qs);
        write(u"allowed_signers"_qs, allowed(u"mina"_qs));
        const QByteArray signature = signedBy(u"mina"_qs);
        QVERIFY(check({signature}).ok());
        write(u"revoked_signers"_qs, contentOf(u"mina.pub"_qs));
        refused(check({signature}), u"mina@example.org"_qs);
    }

    void signerWhoseTimeIsOverIsRefused()
    {
        key(u"mina"_qs);
        const QByteArray signature = signedBy(u"mina"_qs);
        write(u"allowed_signers"_qs, allowed(u"mina"_qs, "valid-before=\"20200101\" "));
        const Result<Done> over = check({signature});
        QCOMPARE(over.error().code, ErrorCode::SignatureInvalid);
        write(u"allowed_signers"_qs, allowed(u"mina"_qs, "valid-after=\"20200101\" "));
        QVERIFY(check({signature}).ok());
    }

    void signatureForSomethingElseIsRefused()
    {
        key(u"mina"_qs);
        write(u"allowed_signers"_qs, allowed(u"mina"_qs));
        write(u"text"_qs, signedText(shop, digest));
        QVERIFY(succeeds(u"ssh-keygen"_qs,
                         {u"-Y"_qs, u"sign"_qs, u"-n"_qs, u"git"_qs, u"-f"_qs, path(u"mina"_qs), path(u"text"_qs)},
                         QProcessEnvironment::systemEnvironment()));
        refused(check({contentOf(u"text.sig"_qs)}), u"mina@example.org"_qs);
    }

    void garbageIsRefused()
    {
        key(u"mina"_qs);
        write(u"allowed_signers"_qs, allowed(u"mina"_qs));
        refused(check({"garbage"}), u"?"_qs);
        QByteArray bent = signedBy(u"mina"_qs);
        bent[bent.size() / 2] = bent.at(bent.size() / 2) == 'A' ? 'B' : 'A';
        QVERIFY(check({bent}).failed());
    }

    void unreadableListsAreSaid()
    {
        key(u"mina"_qs);
        const QByteArray signature = signedBy(u"mina"_qs);
        QVERIFY(QFile::link(path(u"nowhere"_qs), path(u"allowed_signers"_qs)));
        QCOMPARE(check({signature}).error().code, ErrorCode::FileUnreadable); // never taken for "nobody is asked"
        QVERIFY(QFile::remove(path(u"allowed_signers"_qs)));
        write(u"allowed_signers"_qs, "no key at all\n");
        QCOMPARE(check({signature}).error().code, ErrorCode::SignatureInvalid);
    }

    void agentSignsForThePublicKey()
    {
        const QString mina = key(u"mina"_qs);
        QProcess agent;
        agent.start(u"ssh-agent"_qs, {u"-D"_qs, u"-a"_qs, path(u"agent"_qs)});
        QVERIFY(agent.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(u"agent"_qs)), 60'000);
        qputenv("SSH_AUTH_SOCK", QFile::encodeName(path(u"agent"_qs)));
        QVERIFY(succeeds(u"ssh-add"_qs, {u"-q"_qs, mina}, QProcessEnvironment::systemEnvironment()));
        QVERIFY(QFile::remove(mina)); // only the agent has it now
        const auto made = run(signImage(shop, digest, mina + u".pub", {}));
        QVERIFY2(made.ok(), made.failed() ? qPrintable(made.error().detail) : "");
        QCOMPARE(made->signer, u"mina@laptop"_qs);
        write(u"allowed_signers"_qs, allowed(u"mina"_qs));
        QVERIFY(check({made->armored}).ok());
        QVERIFY(succeeds(u"ssh-add"_qs, {u"-q"_qs, u"-D"_qs}, QProcessEnvironment::systemEnvironment()));
        QCOMPARE(run(signImage(shop, digest, mina + u".pub", {})).error().code, ErrorCode::ProcessFailed);
        agent.terminate();
        QVERIFY(agent.waitForFinished(60'000));
    }

    /// Runs this program once more on a terminal of its own (script(1)), where ssh-keygen asks and is answered.
    void passphraseIsAskedOnTheTerminal()
    {
        const QString locked = qEnvironmentVariable(lockedKey);
        if (locked.isEmpty())
            QVERIFY(onTerminal(u"passphraseIsAskedOnTheTerminal"_qs, "open sesame\n"));
        else
            QVERIFY(run(signImage(shop, digest, locked, {})).ok());
    }

    void wrongPassphraseIsSaid()
    {
        const QString locked = qEnvironmentVariable(lockedKey);
        if (locked.isEmpty())
            QVERIFY(onTerminal(u"wrongPassphraseIsSaid"_qs, "open\n"));
        else
            QVERIFY(run(signImage(shop, digest, locked, {})).error().detail.contains(u"passphrase"));
    }

    void withoutATerminalNobodyIsAsked()
    {
        const QString locked = qEnvironmentVariable(lockedKey);
        const QStringList again{u"--wait"_qs, QCoreApplication::applicationFilePath(),
                                u"withoutATerminalNobodyIsAsked"_qs};
        if (locked.isEmpty())
            QVERIFY(succeeds(u"setsid"_qs, again, withLockedKey()));
        else
            QCOMPARE(run(signImage(shop, digest, locked, {})).error().code, ErrorCode::ProcessFailed);
    }

    void keyThatCannotSignIsSaid()
    {
        QCOMPARE(run(signImage(shop, digest, path(u"nowhere"_qs), {})).error().code, ErrorCode::FileUnreadable);
        write(u"noKey"_qs, "no key");
        const auto none = run(signImage(shop, digest, path(u"noKey"_qs), {}));
        QCOMPARE(none.error().code, ErrorCode::ProcessFailed);
        QVERIFY(!none.error().detail.isEmpty());
    }

    void agentlessPublicKeyIsSaid()
    {
        const QString mina = key(u"mina"_qs);
        QVERIFY(QFile::remove(mina));
        const auto none = run(signImage(shop, digest, mina + u".pub", {}));
        QCOMPARE(none.error().code, ErrorCode::ProcessFailed);
        QVERIFY(!none.error().detail.isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSshSigning)
#include "tst_ssh_signing.moc"
