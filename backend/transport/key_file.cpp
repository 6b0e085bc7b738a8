// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/key_file.h"

#include "backend/transport/bcrypt_kdf.h"
#include "backend/transport/wire.h"
#include "models/domain/ssh/host_key.h"

#include <QFile>

#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt {

namespace {

constexpr qint64 fileLimit = 1024 * 1024;
constexpr quint32 roundsLimit = 100'000; // some ten minutes; ssh-keygen takes 16 to 24

struct Cipher
{
    const char* ssh;
    const char* openssl;
    int keySize;
    int ivSize;
    int tagSize;
};
constexpr Cipher ciphers[] = {{"aes256-ctr", "aes-256-ctr", 32, 16, 0},
                              {"aes192-ctr", "aes-192-ctr", 24, 16, 0},
                              {"aes128-ctr", "aes-128-ctr", 16, 16, 0},
                              {"aes256-cbc", "aes-256-cbc", 32, 16, 0},
                              {"aes192-cbc", "aes-192-cbc", 24, 16, 0},
                              {"aes128-cbc", "aes-128-cbc", 16, 16, 0},
                              {"aes256-gcm@openssh.com", "aes-256-gcm", 32, 12, 16},
                              {"aes128-gcm@openssh.com", "aes-128-gcm", 16, 12, 16}};

const Cipher* cipherOf(const QByteArray& name)
{
    const auto* found = std::ranges::find(ciphers, name, [](const Cipher& cipher) { return QByteArray(cipher.ssh); });
    return found == std::end(ciphers) ? nullptr : found;
}

/// OpenSSH's own format (PROTOCOL.key of OpenSSH).
struct Container
{
    QByteArray cipher;
    QByteArray kdf;
    QByteArray salt;
    quint32 rounds = 0;
    QByteArray publicBlob;
    QByteArray section;
    QByteArray tag;
};

constexpr char magic[] = "openssh-key-v1"; // and the NUL behind it

std::optional<Container> containerOf(const QByteArray& text)
{
    static const QByteArray head("-----BEGIN OPENSSH PRIVATE KEY-----");
    static const QByteArray tail("-----END OPENSSH PRIVATE KEY-----");
    const qsizetype begin = text.indexOf(head);
    const qsizetype end = text.indexOf(tail);
    if (begin < 0 || end < begin)
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromBase64(text.mid(begin + head.size(), end - begin - head.size()));
    if (!bytes.startsWith(QByteArray(magic, sizeof magic)))
        return std::nullopt;
    WireReader reader(bytes.mid(sizeof magic));
    Container made;
    made.cipher = reader.text();
    made.kdf = reader.text();
    WireReader options(reader.text());
    made.salt = options.text();
    made.rounds = options.number();
    const bool hasOneKey = reader.number() == 1;
    made.publicBlob = reader.text();
    made.section = reader.text();
    made.tag = reader.rest();
    return hasOneKey && reader.ok() ? std::optional(made) : std::nullopt;
}

// Two equal numbers in front say that it was decrypted rightly.
PrivateKey keyOf(const QByteArray& section)
{
    WireReader reader(section);
    const quint32 check = reader.number();
    const bool isRight = reader.number() == check && reader.ok();
    return isRight ? privateKeyOfSection(reader.rest()) : PrivateKey();
}

std::optional<QByteArray> decrypted(const Container& container, const Cipher& cipher, const QByteArray& passphrase)
{
    QByteArray key = bcryptKdf(passphrase, container.salt, cipher.keySize + cipher.ivSize, container.rounds);
    const auto* bytes = reinterpret_cast<const uchar*>(key.constData());
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  &EVP_CIPHER_CTX_free);
    QByteArray out(container.section.size() + 32, '\0');
    auto* to = reinterpret_cast<uchar*>(out.data());
    int size = 0;
    int last = 0;
    EVP_DecryptInit_ex(context.get(), EVP_get_cipherbyname(cipher.openssl), nullptr, bytes, bytes + cipher.keySize);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    QByteArray tag = container.tag.left(cipher.tagSize);
    if (cipher.tagSize > 0)
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, int(tag.size()), tag.data());
    const auto* from = reinterpret_cast<const uchar*>(container.section.constData());
    const bool isDone = EVP_DecryptUpdate(context.get(), to, &size, from, int(container.section.size())) == 1 &&
                        EVP_DecryptFinal_ex(context.get(), to + size, &last) == 1;
    wipe(key);
    out.resize(size + last);
    return isDone ? std::optional(out) : std::nullopt;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(fileLimit) : QByteArray();
}

QByteArray publicBlobIn(const QByteArray& text)
{
    const std::optional<HostKey> key = parseHostKey(QString::fromLatin1(text.trimmed()));
    return key ? key->blob : QByteArray();
}

bool isOfAKnownType(const QByteArray& blob)
{
    const QByteArray type = keyType(blob);
    return type == "ssh-ed25519" || type == "ssh-rsa" || type.startsWith("ecdsa-sha2-nistp");
}

void readContainer(const Container& container, const QByteArray& text, KeyFile* file)
{
    file->publicBlob = container.publicBlob;
    const bool isOpen = container.cipher == "none";
    const bool canDecrypt = cipherOf(container.cipher) && container.kdf == "bcrypt" && container.rounds > 0 &&
                            container.rounds <= roundsLimit && !container.salt.isEmpty();
    if (!isOfAKnownType(container.publicBlob) || (!isOpen && !canDecrypt)) {
        file->state = KeyFileState::Unsupported;
        file->detail = QString::fromLatin1(keyType(container.publicBlob) + ' ' + container.cipher);
        return;
    }
    file->state = isOpen ? KeyFileState::Open : KeyFileState::Encrypted;
    if (isOpen)
        file->key = keyOf(container.section);
    else
        file->locked = text;
    if (isOpen && file->key.isNull())
        file->state = KeyFileState::NotAKey;
}

void readPem(const QByteArray& text, KeyFile* file)
{
    if (text.contains("ENCRYPTED")) {
        file->state = KeyFileState::Encrypted;
        file->locked = text;
        file->publicBlob = publicBlobIn(contents(file->path + u".pub"));
        return;
    }
    file->key = privateKeyOfPem(text, {});
    file->publicBlob = file->key.publicBlob();
    file->state = file->publicBlob.isEmpty() ? KeyFileState::NotAKey : KeyFileState::Open;
}

void readText(const QByteArray& text, KeyFile* file)
{
    if (!text.contains("PRIVATE KEY-----")) {
        file->publicBlob = publicBlobIn(text);
        file->state = file->publicBlob.isEmpty() ? KeyFileState::NotAKey : KeyFileState::PublicOnly;
    } else if (const std::optional<Container> container = containerOf(text)) {
        readContainer(*container, text, file);
    } else {
        readPem(text, file);
    }
}

} // namespace

KeyFile readKeyFile(const QString& path)
{
    KeyFile file;
    file.path = path;
    struct stat status
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        file.publicBlob = publicBlobIn(contents(path + u".pub")); // the agent may have the other half
        file.state = file.publicBlob.isEmpty() ? KeyFileState::Missing : KeyFileState::PublicOnly;
        return file;
    }
    if (!S_ISREG(status.st_mode) || ::access(QFile::encodeName(path).constData(), R_OK) != 0) {
        file.state = KeyFileState::Unreadable;
        return file;
    }
    QByteArray text = contents(path);
    readText(text, &file);
    wipe(text);
    const bool isPrivate = file.state != KeyFileState::PublicOnly && file.state != KeyFileState::NotAKey;
    if (isPrivate && status.st_uid == ::getuid() && (status.st_mode & 077) != 0) {
        file = {path, KeyFileState::TooOpen, QString::number(status.st_mode & 0777, 8), file.publicBlob, {}, {}};
    }
    return file;
}

PrivateKey unlocked(const KeyFile& file, const Secret& passphrase)
{
    const std::optional<Container> container = containerOf(file.locked);
    if (!container)
        return privateKeyOfPem(file.locked, passphrase.reveal());
    std::optional<QByteArray> section = decrypted(*container, *cipherOf(container->cipher), passphrase.reveal());
    if (!section)
        return {};
    QByteArray bytes = std::move(*section);
    PrivateKey key = keyOf(bytes);
    wipe(bytes);
    return key;
}

} // namespace snowmelt
