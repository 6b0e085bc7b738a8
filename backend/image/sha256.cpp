// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/sha256.h"

#include <QFile>

#include <openssl/evp.h>

#include <array>

namespace snowmelt {

struct Sha256::State
{
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(const char* data, size_t size)
{
    EVP_DigestUpdate(m_state->context, data, size);
}

QByteArray Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_state->context, sum.data(), &size);
    return QByteArray(reinterpret_cast<const char*>(sum.data()), static_cast<qsizetype>(size)).toHex();
}

Result<QByteArray> sha256OfFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::FileUnreadable, {path}, file.errorString()};
    Sha256 sum;
    QByteArray chunk(1 << 20, Qt::Uninitialized);
    for (qint64 size = file.read(chunk.data(), chunk.size()); size != 0; size = file.read(chunk.data(), chunk.size())) {
        if (size < 0)
            return Error{ErrorCode::FileUnreadable, {path}, file.errorString()};
        sum.add(chunk.constData(), static_cast<size_t>(size));
    }
    return sum.hex();
}

} // namespace snowmelt
