// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/bcrypt_kdf.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <openssl/bn.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace snowmelt {

namespace {

/// Blowfish before it has a key.
struct Blowfish
{
    std::array<quint32, 18> p;
    std::array<quint32, 1024> s;

    void encipher(quint32& left, quint32& right) const
    {
        for (size_t i = 0; i < 16; ++i) {
            left ^= p[i];
            right ^=
                ((s[left >> 24] + s[256 + (left >> 16 & 255)]) ^ s[512 + (left >> 8 & 255)]) + s[768 + (left & 255)];
            std::swap(left, right);
        }
        std::swap(left, right);
        right ^= p[16];
        left ^= p[17];
    }
};

using BigNumber = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

BigNumber bigNumber(BN_ULONG value)
{
    BigNumber made(BN_new(), &BN_free);
    BN_set_word(made.get(), value);
    return made;
}

// 2^bits × arctan(1/x), by its series.
BigNumber arctan(BN_ULONG x, int bits)
{
    BigNumber power = bigNumber(1);
    BN_lshift(power.get(), power.get(), bits);
    BN_div_word(power.get(), x);
    BigNumber sum(BN_dup(power.get()), &BN_free);
    BigNumber term = bigNumber(0);
    for (BN_ULONG n = 3; !BN_is_zero(power.get()); n += 2) {
        BN_div_word(power.get(), x * x);
        BN_copy(term.get(), power.get());
        BN_div_word(term.get(), n);
        if (n % 4 == 3)
            BN_sub(sum.get(), sum.get(), term.get());
        else
            BN_add(sum.get(), sum.get(), term.get());
    }
    return sum;
}

/// Blowfish's tables are the digits of pi after the point: 16 arctan(1/5) - 4 arctan(1/239).
Blowfish tablesOfPi()
{
    constexpr int words = 18 + 1024;
    constexpr int spare = 64; // for what the divisions cut off
    const BigNumber pi = arctan(5, words * 32 + spare);
    const BigNumber small = arctan(239, words * 32 + spare);
    BN_lshift(pi.get(), pi.get(), 4);
    BN_lshift(small.get(), small.get(), 2);
    BN_sub(pi.get(), pi.get(), small.get());
    BN_rshift(pi.get(), pi.get(), spare);
    BN_mask_bits(pi.get(), words * 32);
    std::vector<uchar> bytes(size_t(words) * 4);
    BN_bn2binpad(pi.get(), bytes.data(), int(bytes.size()));
    Blowfish made;
    for (size_t i = 0; i < size_t(words); ++i)
        (i < 18 ? made.p[i] : made.s[i - 18]) = qFromBigEndian<quint32>(bytes.data() + 4 * i);
    return made;
}

using Words = std::array<quint32, 16>; // of a SHA-512

Words wordsOf(const QByteArray& hash)
{
    Words words;
    for (size_t i = 0; i < words.size(); ++i)
        words[i] = qFromBigEndian<quint32>(hash.constData() + 4 * i);
    return words;
}

void mixKey(Blowfish& state, const Words& key)
{
    for (size_t i = 0; i < state.p.size(); ++i)
        state.p[i] ^= key[i % key.size()];
}

template <typename Table>
void refill(Blowfish& state, Table& table, const Words* salt, size_t& at, quint32& left, quint32& right)
{
    for (size_t i = 0; i < table.size(); i += 2) {
        if (salt) {
            left ^= (*salt)[at++ % salt->size()];
            right ^= (*salt)[at++ % salt->size()];
        }
        state.encipher(left, right);
        table[i] = left;
        table[i + 1] = right;
    }
}

void expand(Blowfish& state, const Words& key, const Words* salt)
{
    mixKey(state, key);
    size_t at = 0;
    quint32 left = 0;
    quint32 right = 0;
    refill(state, state.p, salt, at, left, right);
    refill(state, state.s, salt, at, left, right);
}

QByteArray sha512(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha512);
}

QByteArray bcryptHash(const Words& passphrase, const QByteArray& salt)
{
    static const Blowfish fresh = tablesOfPi();
    Blowfish state = fresh;
    const Words saltWords = wordsOf(salt);
    expand(state, passphrase, &saltWords);
    for (int i = 0; i < 64; ++i) {
        expand(state, saltWords, nullptr);
        expand(state, passphrase, nullptr);
    }
    static const QByteArray text("OxychromaticBlowfishSwatDynamite");
    QByteArray out(text.size(), '\0');
    for (qsizetype i = 0; i < text.size(); i += 8) {
        auto left = qFromBigEndian<quint32>(text.constData() + i);
        auto right = qFromBigEndian<quint32>(text.constData() + i + 4);
        for (int round = 0; round < 64; ++round)
            state.encipher(left, right);
        qToLittleEndian(left, out.data() + i);
        qToLittleEndian(right, out.data() + i + 4);
    }
    OPENSSL_cleanse(&state, sizeof state);
    return out;
}

QByteArray block(const Words& passphrase, const QByteArray& salt, quint32 count, quint32 rounds)
{
    QByteArray counted = salt;
    counted.resize(salt.size() + 4);
    qToBigEndian(count, counted.data() + salt.size());
    QByteArray hash = bcryptHash(passphrase, sha512(counted));
    QByteArray sum = hash;
    for (quint32 round = 1; round < rounds; ++round) {
        hash = bcryptHash(passphrase, sha512(hash));
        std::ranges::transform(sum, hash, sum.begin(), [](char a, char b) { return char(a ^ b); });
    }
    return sum;
}

} // namespace

QByteArray bcryptKdf(const QByteArray& passphrase, const QByteArray& salt, int size, quint32 rounds)
{
    constexpr int blockSize = 32;
    const Words words = wordsOf(sha512(passphrase));
    QByteArray key(size, '\0');
    const int blocks = (size + blockSize - 1) / blockSize;
    const int each = (size + blocks - 1) / blocks;
    // The bytes of a block are not put together but spread over the key.
    for (int count = 0; count < blocks; ++count) {
        const QByteArray bytes = block(words, salt, quint32(count) + 1, rounds);
        for (int i = 0; i < each && i * blocks + count < size; ++i)
            key[i * blocks + count] = bytes.at(i);
    }
    return key;
}

} // namespace snowmelt
