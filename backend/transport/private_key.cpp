// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/private_key.h"

#include "backend/transport/wire.h"

#include <QStringBuilder>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace snowmelt {

namespace {

struct Curve
{
    const char* ssh;
    const char* openssl;
    const EVP_MD* (*hash)();
};
constexpr Curve curves[] = {{"nistp256", "prime256v1", EVP_sha256},
                            {"nistp384", "secp384r1", EVP_sha384},
                            {"nistp521", "secp521r1", EVP_sha512}};

const uchar* bytesOf(const QByteArray& bytes)
{
    return reinterpret_cast<const uchar*>(bytes.constData());
}

using Number = std::unique_ptr<BIGNUM, decltype(&BN_clear_free)>;

Number numberOf(const QByteArray& bytes)
{
    return {BN_bin2bn(bytesOf(bytes), int(bytes.size()), nullptr), &BN_clear_free};
}

QByteArray numberParameter(const EVP_PKEY* key, const char* name)
{
    BIGNUM* raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1)
        return {};
    const Number number(raw, &BN_clear_free);
    QByteArray bytes(BN_num_bytes(raw), '\0');
    BN_bn2bin(raw, reinterpret_cast<uchar*>(bytes.data()));
    return bytes;
}

QByteArray ed25519Blob(const EVP_PKEY* key)
{
    QByteArray open(32, '\0');
    size_t size = 32;
    EVP_PKEY_get_raw_public_key(key, reinterpret_cast<uchar*>(open.data()), &size);
    return wireText("ssh-ed25519") + wireText(open);
}

QByteArray ecdsaBlob(const EVP_PKEY* key)
{
    std::array<char, 64> group{};
    std::array<uchar, 256> point{};
    size_t size = 0;
    EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(), nullptr);
    EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size);
    for (const Curve& curve : curves) {
        const QByteArray name(curve.ssh);
        const QByteArray open(reinterpret_cast<const char*>(point.data()), qsizetype(size));
        if (QByteArray(curve.openssl) == group.data())
            return wireText("ecdsa-sha2-" + name) + wireText(name) + wireText(open);
    }
    return {};
}

QByteArray rsaBlob(const EVP_PKEY* key)
{
    return wireText("ssh-rsa") + wireInteger(numberParameter(key, OSSL_PKEY_PARAM_RSA_E)) +
           wireInteger(numberParameter(key, OSSL_PKEY_PARAM_RSA_N));
}

/// Builds a key from parameters that are pushed one by one.
class KeyBuilder
{
public:
    KeyBuilder() : m_builder(OSSL_PARAM_BLD_new()) {}
    ~KeyBuilder() { OSSL_PARAM_BLD_free(m_builder); }
    KeyBuilder(const KeyBuilder&) = delete;
    KeyBuilder& operator=(const KeyBuilder&) = delete;

    void push(const char* name, const Number& number) { OSSL_PARAM_BLD_push_BN(m_builder, name, number.get()); }
    void push(const char* name, const char* text) { OSSL_PARAM_BLD_push_utf8_string(m_builder, name, text, 0); }
    void push(const char* name, const QByteArray& bytes)
    {
        OSSL_PARAM_BLD_push_octet_string(m_builder, name, bytes.constData(), size_t(bytes.size()));
    }
    PrivateKey make(const char* type)
    {
        EVP_PKEY* key = nullptr;
        OSSL_PARAM* parameters = OSSL_PARAM_BLD_to_param(m_builder);
        EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr);
        if (EVP_PKEY_fromdata_init(context) == 1)
            EVP_PKEY_fromdata(context, &key, EVP_PKEY_KEYPAIR, parameters);
        EVP_PKEY_CTX_free(context);
        OSSL_PARAM_free(parameters);
        return key ? PrivateKey(key) : PrivateKey();
    }

private:
    OSSL_PARAM_BLD* m_builder;
};

PrivateKey ed25519Key(WireReader& reader)
{
    reader.text(); // the open half, which the private one has too
    QByteArray bytes = reader.text();
    EVP_PKEY* key = reader.ok() && bytes.size() == 64
                        ? EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytesOf(bytes), 32)
                        : nullptr;
    wipe(bytes);
    return key ? PrivateKey(key) : PrivateKey();
}

PrivateKey ecdsaKey(WireReader& reader)
{
    const QByteArray name = reader.text();
    const QByteArray point = reader.text();
    QByteArray bytes = reader.text();
    const Number secret = numberOf(bytes);
    wipe(bytes);
    const auto* curve = std::ranges::find(curves, name, [](const Curve& c) { return QByteArray(c.ssh); });
    if (!reader.ok() || curve == std::end(curves))
        return {};
    KeyBuilder builder;
    builder.push(OSSL_PKEY_PARAM_GROUP_NAME, curve->openssl);
    builder.push(OSSL_PKEY_PARAM_PUB_KEY, point);
    builder.push(OSSL_PKEY_PARAM_PRIV_KEY, secret);
    return builder.make("EC");
}

// x mod (prime - 1)
Number reduced(const Number& x, const Number& prime)
{
    Number result(BN_new(), &BN_clear_free);
    const Number less(BN_dup(prime.get()), &BN_clear_free);
    BN_sub_word(less.get(), 1);
    BN_CTX* context = BN_CTX_secure_new();
    if (!BN_is_zero(less.get()))
        BN_mod(result.get(), x.get(), less.get(), context);
    BN_CTX_free(context);
    return result;
}

PrivateKey rsaKey(WireReader& reader)
{
    const Number n = numberOf(reader.text());
    const Number e = numberOf(reader.text());
    const Number d = numberOf(reader.text());
    const Number inverse = numberOf(reader.text());
    const Number p = numberOf(reader.text());
    const Number q = numberOf(reader.text());
    if (!reader.ok() || BN_is_zero(p.get()) || BN_is_zero(q.get()))
        return {};
    const Number dp = reduced(d, p);
    const Number dq = reduced(d, q);
    KeyBuilder builder;
    builder.push(OSSL_PKEY_PARAM_RSA_N, n);
    builder.push(OSSL_PKEY_PARAM_RSA_E, e);
    builder.push(OSSL_PKEY_PARAM_RSA_D, d);
    builder.push(OSSL_PKEY_PARAM_RSA_FACTOR1, p);
    builder.push(OSSL_PKEY_PARAM_RSA_FACTOR2, q);
    builder.push(OSSL_PKEY_PARAM_RSA_EXPONENT1, dp);
    builder.push(OSSL_PKEY_PARAM_RSA_EXPONENT2, dq);
    builder.push(OSSL_PKEY_PARAM_RSA_COEFFICIENT1, inverse);
    return builder.make("RSA");
}

// OpenSSL's DER to SSH's two numbers (RFC 5656, 3.1.2).
QByteArray ecdsaSignature(const QByteArray& der)
{
    const uchar* at = bytesOf(der);
    ECDSA_SIG* signature = d2i_ECDSA_SIG(nullptr, &at, long(der.size()));
    if (!signature)
        return {};
    QByteArray r(BN_num_bytes(ECDSA_SIG_get0_r(signature)), '\0');
    QByteArray s(BN_num_bytes(ECDSA_SIG_get0_s(signature)), '\0');
    BN_bn2bin(ECDSA_SIG_get0_r(signature), reinterpret_cast<uchar*>(r.data()));
    BN_bn2bin(ECDSA_SIG_get0_s(signature), reinterpret_cast<uchar*>(s.data()));
    ECDSA_SIG_free(signature);
    return wireInteger(r) + wireInteger(s);
}

QByteArray digestSigned(EVP_PKEY* key, const EVP_MD* hash, const QByteArray& data)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    size_t size = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, hash, nullptr, key) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, bytesOf(data), size_t(data.size())) != 1)
        return {};
    QByteArray signature(qsizetype(size), '\0');
    auto* out = reinterpret_cast<uchar*>(signature.data());
    if (EVP_DigestSign(context.get(), out, &size, bytesOf(data), size_t(data.size())) != 1)
        return {};
    signature.resize(qsizetype(size));
    return signature;
}

int givePassphrase(char* buffer, int size, int, void* passphrase)
{
    const auto& bytes = *static_cast<const QByteArray*>(passphrase);
    if (bytes.isEmpty() || bytes.size() > size)
        return -1;
    std::memcpy(buffer, bytes.constData(), size_t(bytes.size()));
    return int(bytes.size());
}

} // namespace

PrivateKey::PrivateKey(evp_pkey_st* owned) : m_key(owned, EVP_PKEY_free) {}

QByteArray PrivateKey::publicBlob() const
{
    switch (m_key ? EVP_PKEY_get_base_id(m_key.get()) : EVP_PKEY_NONE) {
    case EVP_PKEY_ED25519:
        return ed25519Blob(m_key.get());
    case EVP_PKEY_EC:
        return ecdsaBlob(m_key.get());
    case EVP_PKEY_RSA:
        return rsaBlob(m_key.get());
    default:
        return {};
    }
}

std::optional<QByteArray> PrivateKey::sign(const QByteArray& algorithm, const QByteArray& data) const
{
    QByteArray signature;
    if (algorithm == "ssh-ed25519")
        signature = digestSigned(m_key.get(), nullptr, data);
    else if (algorithm == "rsa-sha2-256")
        signature = digestSigned(m_key.get(), EVP_sha256(), data);
    else if (algorithm == "rsa-sha2-512")
        signature = digestSigned(m_key.get(), EVP_sha512(), data);
    for (const Curve& curve : curves) {
        if (algorithm == QByteArray("ecdsa-sha2-") + curve.ssh)
            signature = ecdsaSignature(digestSigned(m_key.get(), curve.hash(), data));
    }
    return signature.isEmpty() ? std::nullopt : std::optional(signature);
}

PrivateKey privateKeyOfSection(const QByteArray& section)
{
    WireReader reader(section);
    const QByteArray type = reader.text();
    if (type == "ssh-ed25519")
        return ed25519Key(reader);
    if (type.startsWith("ecdsa-sha2-"))
        return ecdsaKey(reader);
    return type == "ssh-rsa" ? rsaKey(reader) : PrivateKey();
}

PrivateKey privateKeyOfPem(const QByteArray& text, const QByteArray& passphrase)
{
    BIO* bio = BIO_new_mem_buf(text.constData(), int(text.size()));
    QByteArray given = passphrase;
    EVP_PKEY* key = PEM_read_bio_PrivateKey(bio, nullptr, givePassphrase, &given);
    BIO_free(bio);
    return key ? PrivateKey(key) : PrivateKey();
}

} // namespace snowmelt
