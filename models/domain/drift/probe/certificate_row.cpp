// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/certificate_row.h"

#include "models/domain/drift/probe/piece.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <memory>

namespace snowmelt {

namespace {

struct OpenSslFree
{
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(BIO* bytes) const { BIO_free(bytes); }
};
using Certificate = std::unique_ptr<X509, OpenSslFree>;
using Bytes = std::unique_ptr<BIO, OpenSslFree>;

int noPassword(char*, int, int, void*)
{
    return -1; // without a callback of ours OpenSSL would ask on the terminal
}

Certificate certificateIn(const QByteArray& told)
{
    if (told.startsWith("-----")) {
        const Bytes text(BIO_new_mem_buf(told.constData(), int(told.size())));
        return Certificate(PEM_read_bio_X509_AUX(text.get(), nullptr, noPassword, nullptr));
    }
    const QByteArray der = QByteArray::fromHex(told);
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    return Certificate(d2i_X509(nullptr, &at, long(der.size())));
}

QString subjectOf(const X509* certificate)
{
    const Bytes text(BIO_new(BIO_s_mem()));
    if (X509_NAME_print_ex(text.get(), X509_get_subject_name(certificate), 0, XN_FLAG_RFC2253) < 0)
        return {};
    char* begin = nullptr;
    const long size = BIO_get_mem_data(text.get(), &begin);
    return factValue(QByteArray(begin, size));
}

QString fingerprintOf(const X509* certificate)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest, &size) != 1)
        return {};
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(digest), int(size)).toHex());
}

QString expiryOf(const X509* certificate)
{
    std::tm utc{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &utc) != 1)
        return {};
    const QDate day(utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
    return QDateTime(day, QTime(utc.tm_hour, utc.tm_min, utc.tm_sec), Qt::UTC).toString(Qt::ISODate);
}

} // namespace

std::optional<FactRow> certificateRow(const QByteArray& told)
{
    const Certificate certificate = certificateIn(told);
    ERR_clear_error(); // it would be told of the next thing that fails on this thread
    if (!certificate)
        return std::nullopt;
    FactRow row;
    row.fields.insert(QStringLiteral("subject"), subjectOf(certificate.get()));
    row.fields.insert(QStringLiteral("fingerprint"), fingerprintOf(certificate.get()));
    row.fields.insert(QStringLiteral("notAfter"), expiryOf(certificate.get()));
    const bool whole = !row.fields.value(QStringLiteral("fingerprint")).isEmpty() &&
                       !row.fields.value(QStringLiteral("notAfter")).isEmpty();
    return whole ? std::optional(row) : std::nullopt;
}

} // namespace snowmelt
