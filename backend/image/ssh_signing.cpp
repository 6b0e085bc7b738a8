// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/ssh_signing.h"

#include "backend/execution/process.h"
#include "backend/image/durable_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTemporaryFile>

namespace snowmelt {

namespace {

constexpr std::chrono::minutes passphraseLimit{10};
constexpr std::chrono::seconds checkLimit{30};
const QString keygenTool = QStringLiteral("ssh-keygen");
const QString keygenPackage = QStringLiteral("openssh-client");

ProcessSpec keygen(const QStringList& arguments, const QByteArray& input)
{
    ProcessSpec spec;
    spec.program = keygenTool;
    spec.arguments = arguments;
    spec.input = input;
    // What it says is shown, and read for nothing else.
    spec.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return spec;
}

Task<ProcessOutput> runKeygen(ProcessSpec spec, CallContext context)
{
    const Result<ProcessOutput> ended = co_await runProcess(spec, context);
    if (ended.failed() && ended.error().code == ErrorCode::ToolMissing)
        co_return Error{ErrorCode::ToolMissing, {keygenTool, keygenPackage}, ended.error().detail};
    co_return ended;
}

/// The comment of a public key, from its file or the one beside the private key.
QString commentOf(const QString& keyFile, const SignerKey& key)
{
    for (const QString& path : {keyFile, QString(keyFile + QStringLiteral(".pub"))}) {
        QFile file(path);
        const auto line =
            file.open(QIODevice::ReadOnly) ? parsePublicKey(file.read(64 * 1024)) : std::optional<PublicKeyLine>();
        if (line && line->key == key)
            return line->comment;
    }
    return {};
}

QString shown(const ProcessOutput& output)
{
    const QString said = lastLines(output.err);
    return said.isEmpty() ? lastLines(output.out) : said;
}

/// A signature in a file, as ssh-keygen wants it; it lasts as long as this.
Result<std::shared_ptr<QTemporaryFile>> asFile(const QByteArray& signature)
{
    auto file = std::make_shared<QTemporaryFile>();
    if (!file->open() || file->write(signature) != signature.size() || !file->flush())
        return Error{ErrorCode::FileUnwritable, {file->fileName()}, file->errorString()};
    return file;
}

/// Whom the allowed signers call the maker of this signature, a line each; fails when that is nobody, now.
ProcessSpec principalsOf(const QString& signatureFile, const SignerFiles& files)
{
    return keygen({QStringLiteral("-Y"), QStringLiteral("find-principals"), QStringLiteral("-s"), signatureFile,
                   QStringLiteral("-f"), files.allowed},
                  {});
}

QStringList verification(const QString& signatureFile, const QString& principal, const SignerFiles& files)
{
    QStringList arguments{QStringLiteral("-Y"), QStringLiteral("verify"), QStringLiteral("-f"),
                          files.allowed,        QStringLiteral("-I"),     principal,
                          QStringLiteral("-n"), signatureNamespace,       QStringLiteral("-s"),
                          signatureFile};
    if (!files.revoked.isEmpty())
        arguments += {QStringLiteral("-r"), files.revoked};
    return arguments;
}

/// Whether one signature holds; the error says why it does not.
Task<Done> checkOne(ImageRef image, Digest digest, QByteArray signature, SignerFiles files, CallContext context)
{
    const auto key = signerOf(signature);
    if (!key)
        co_return Error{ErrorCode::SignatureInvalid, {image.text(), QStringLiteral("?")}, {}};
    const auto file = asFile(signature);
    if (!file)
        co_return file.as<Done>();
    const ProcessSpec asking = principalsOf((*file)->fileName(), files);
    const Result<ProcessOutput> found = co_await runKeygen(asking, context);
    if (!found)
        co_return found.as<Done>();
    Error refused{ErrorCode::SignatureInvalid, {image.text(), key->fingerprint()}, shown(*found)};
    if (found->exitStatus != 0)
        co_return Error(refused);
    for (const QString& principal : QString::fromUtf8(found->out).split(u'\n', Qt::SkipEmptyParts)) {
        const ProcessSpec spec = keygen(verification((*file)->fileName(), principal, files), signedText(image, digest));
        const Result<ProcessOutput> ended = co_await runKeygen(spec, context);
        if (!ended)
            co_return ended.as<Done>();
        if (ended->exitStatus == 0)
            co_return Done{};
        refused = {ErrorCode::SignatureInvalid, {image.text(), principal}, shown(*ended)};
    }
    co_return Error(refused);
}

} // namespace

Task<MadeSignature> signImage(ImageRef image, Digest digest, QString keyFile, CallContext context)
{
    if (!QFileInfo(keyFile).isReadable())
        co_return Error{ErrorCode::FileUnreadable, {keyFile}, {}};
    const QTemporaryDir folder;
    const QString text = folder.filePath(QStringLiteral("image"));
    if (const auto written = writeDurably(text, signedText(image, digest)); !written)
        co_return written.as<MadeSignature>();
    // Not on stdin: ssh-keygen asks on the terminal only where that is its stdin.
    ProcessSpec spec = keygen({QStringLiteral("-Y"), QStringLiteral("sign"), QStringLiteral("-n"), signatureNamespace,
                               QStringLiteral("-f"), keyFile, text},
                              {});
    spec.asksPerson = true;
    const Result<ProcessOutput> ended = co_await runKeygen(spec, context.within(passphraseLimit));
    if (!ended)
        co_return ended.as<MadeSignature>();
    QFile made(text + QStringLiteral(".sig"));
    const QByteArray armored = ended->exitStatus == 0 && made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
    const auto key = signerOf(armored);
    if (!key)
        co_return Error{ErrorCode::ProcessFailed, {keygenTool, QString::number(ended->exitStatus)}, shown(*ended)};
    co_return MadeSignature{armored, *key, commentOf(keyFile, *key)};
}

SignerFiles signerFilesIn(const QString& folder)
{
    const auto present = [&folder](const QString& name) {
        const QString path = folder + u'/' + name;
        return QFileInfo::exists(path) || QFileInfo(path).isSymLink() ? path : QString();
    };
    return {present(QStringLiteral("allowed_signers")), present(QStringLiteral("revoked_signers"))};
}

Task<Done> checkSignatures(ImageRef image, Digest digest, QList<QByteArray> signatures, SignerFiles files,
                           CallContext context)
{
    if (files.allowed.isEmpty())
        co_return Done{};
    for (const QString& path : {files.allowed, files.revoked})
        if (!path.isEmpty() && !QFileInfo(path).isReadable())
            co_return Error{ErrorCode::FileUnreadable, {path}, {}};
    Error last{ErrorCode::SignatureInvalid, {image.text(), {}}, {}};
    for (const QByteArray& signature : signatures) {
        const Result<Done> held = co_await checkOne(image, digest, signature, files, context.within(checkLimit));
        if (held || held.cancelled() || held.error().code != ErrorCode::SignatureInvalid)
            co_return held;
        last = held.error();
    }
    co_return Error(last);
}

} // namespace snowmelt
