// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/key_login.h"

#include "backend/execution/blocking.h"
#include "backend/transport/wire.h"
#include "models/domain/ssh/host_key.h"

#include <cstdlib>
#include <cstring>
#include <utility>

namespace snowmelt {

namespace {

constexpr int passphraseTries = 3; // OpenSSH's NumberOfPasswordPrompts

/// A signature that is being made while libssh2 asks for it again and again.
struct Signing
{
    std::shared_ptr<SshConnection> connection;
    SshWay way;
    KeyChoice choice;
    std::chrono::milliseconds agentLimit{};
    KeyRing* ring = nullptr;
    Questioner* questioner = nullptr;
    bool begun = false;
    std::optional<Result<QByteArray>> result;
    std::optional<AccessQuestion> answered;
    PrivateKey key; // once it is open
};
using SigningPtr = std::shared_ptr<Signing>;

// What is signed names the algorithm (RFC 4252, 7).
QByteArray algorithmIn(const QByteArray& data)
{
    WireReader reader(data);
    reader.text(); // session
    reader.byte();
    reader.text(); // user
    reader.text(); // service
    reader.text(); // "publickey"
    reader.byte();
    return reader.text();
}

Error noKey(const QString& why)
{
    return {ErrorCode::SecretUnavailable, {}, why};
}

Task<PrivateKey> unlockedInPool(KeyFile file, Secret passphrase)
{
    std::function<Result<PrivateKey>()> unlock = [file, passphrase] { return Result(unlocked(file, passphrase)); };
    const Result<PrivateKey> key = co_await runBlocking(unlock);
    co_return key;
}

// SecretUnavailable when nobody says the passphrase.
Task<Done> openKey(SigningPtr signing)
{
    const KeyFile file = signing->choice.file;
    signing->key = file.state == KeyFileState::Open ? file.key : signing->ring->find(file);
    if (signing->key.isNull() && signing->way.asksNobody)
        co_return noKey(QStringLiteral("no passphrase, and nobody is asked: BatchMode yes"));
    for (int i = 0; i < passphraseTries && signing->key.isNull(); ++i) {
        AccessQuestion question;
        question.kind = AccessKind::Passphrase;
        question.subject = file.path;
        question.again = i > 0;
        const Result<AccessAnswer> answer = co_await signing->questioner->ask(signing->connection, question);
        if (!answer.ok())
            co_return answer.as<Done>();
        const Result<PrivateKey> key = co_await unlockedInPool(file, answer->replies.first());
        if (key.ok() && !key->isNull()) {
            signing->key = *key;
            signing->answered = question;
            signing->ring->add(file, *key);
        }
    }
    if (signing->key.isNull())
        co_return noKey(QStringLiteral("wrong passphrase"));
    co_return Done{};
}

Task<QByteArray> signatureOfFile(SigningPtr signing, QByteArray data)
{
    const Result<Done> opened = co_await openKey(signing);
    if (!opened.ok())
        co_return opened.as<QByteArray>();
    std::function<Result<QByteArray>()> sign = [key = signing->key, data]() -> Result<QByteArray> {
        const std::optional<QByteArray> signature = key.sign(algorithmIn(data), data);
        return signature ? Result(*signature) : noKey(u"cannot sign as " + QString::fromLatin1(algorithmIn(data)));
    };
    const Result<QByteArray> signature = co_await runBlocking(sign);
    co_return signature;
}

// The clock stands still: the agent may ask its person.
Task<QByteArray> signatureOfAgent(SigningPtr signing, QByteArray data)
{
    signing->connection->pauseLimit({});
    const std::shared_ptr<void> asked = signing->questioner->agentAsked();
    const CallContext context = signing->questioner->context().within(signing->agentLimit);
    const Result<QByteArray> signature =
        co_await agentSignature(signing->way.agentSocket, signing->choice.blob, algorithmIn(data), data, context);
    signing->connection->resumeLimit();
    co_return signature;
}

Task<Done> makeSignature(SigningPtr signing, QByteArray data)
{
    auto made = signing->choice.fromAgent ? signatureOfAgent(signing, data) : signatureOfFile(signing, data);
    const Result<QByteArray> signature = co_await made;
    signing->result = signature;
    signing->connection->ring();
    co_return Done{};
}

int sign(LIBSSH2_SESSION*, unsigned char** signature, size_t* size, const unsigned char* data, size_t dataSize,
         void** abstract)
{
    const SigningPtr signing = *static_cast<SigningPtr*>(*abstract);
    if (!std::exchange(signing->begun, true))
        makeSignature(signing, QByteArray(reinterpret_cast<const char*>(data), qsizetype(dataSize)));
    if (!signing->result)
        return LIBSSH2_ERROR_EAGAIN;
    if (!signing->result->ok())
        return -1;
    const QByteArray& bytes = **signing->result;
    *signature = static_cast<unsigned char*>(std::malloc(size_t(bytes.size()))); // libssh2 frees it
    std::memcpy(*signature, bytes.constData(), size_t(bytes.size()));
    *size = size_t(bytes.size());
    return 0;
}

KeyAttempt attemptOf(const Signing& signing, int rc)
{
    KeyAttempt attempt;
    attempt.answered = signing.answered;
    const bool wasRefused = signing.result && !signing.result->ok();
    if (rc == 0)
        attempt.verdict = KeyVerdict::In;
    else if (wasRefused && signing.result->failed()) {
        attempt.verdict = signing.choice.fromAgent ? KeyVerdict::NotSigned : KeyVerdict::NoPassphrase;
        attempt.why = signing.result->error().detail;
        attempt.declined = signing.result->error().code == ErrorCode::NobodyAnswered;
    } else if (signing.result)
        attempt.verdict = KeyVerdict::SignedNotIn;
    return attempt;
}

bool isVerdict(int rc)
{
    return rc == 0 || rc == LIBSSH2_ERROR_AUTHENTICATION_FAILED || rc == LIBSSH2_ERROR_PUBLICKEY_UNVERIFIED;
}

// libssh2 takes the algorithm's name from the head of the public half. Up to 1.10 it would sign with SHA-1, which
// OpenSSH has refused since 8.8. From 1.11 on it would choose among what the host lists, and when that is no RSA at all
// it fails, and with it every key after this one.
QByteArray offeredBlob(const QByteArray& blob)
{
    if (keyType(blob) != "ssh-rsa")
        return blob;
    return wireText("rsa-sha2-256") + blob.mid(wireText("ssh-rsa").size());
}

} // namespace

Task<KeyAttempt> tryKey(std::shared_ptr<SshConnection> connection, SshWay way, KeyChoice choice,
                        std::chrono::milliseconds agentLimit, KeyRing* ring, Questioner* questioner)
{
    auto signing = std::make_shared<Signing>();
    *signing = {connection, way, choice, agentLimit, ring, questioner, false, std::nullopt, std::nullopt, {}};
    if (choice.blob.isEmpty()) {
        const Result<Done> opened = co_await openKey(signing);
        if (opened.failed()) {
            const bool declined = opened.error().code == ErrorCode::NobodyAnswered;
            co_return KeyAttempt{KeyVerdict::NoPassphrase, opened.error().detail, declined, std::nullopt};
        }
        if (!opened.ok())
            co_return opened.as<KeyAttempt>();
        signing->choice.blob = signing->key.publicBlob();
    }
    const QByteArray user = way.user.toUtf8();
    const QByteArray blob = offeredBlob(signing->choice.blob);
    void* abstract = &signing;
    const std::function<int()> attempt = [&] {
        return libssh2_userauth_publickey(connection->session(), user.constData(),
                                          reinterpret_cast<const unsigned char*>(blob.constData()), size_t(blob.size()),
                                          sign, &abstract);
    };
    const Result<int> rc = co_await SshConnection::repeated(connection, attempt);
    if (!rc.ok())
        co_return rc.as<KeyAttempt>();
    if (!isVerdict(*rc) || (*rc != 0 && connection->stream().ended()))
        co_return connection->broken();
    co_return attemptOf(*signing, *rc);
}

} // namespace snowmelt
