// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/json_archive.h"

#include <cmath>

namespace snowmelt {
namespace {

constexpr QLatin1String base64Key("base64");

/// The largest whole number a JSON reader that thinks in doubles still gets right.
constexpr double largestExact = 9007199254740992.0;

} // namespace

QJsonValue JsonWriter::write(const QByteArray& value)
{
    // Paths are bytes. Those that are UTF-8 stay readable; the others must come back as they were.
    const QString text = QString::fromUtf8(value);
    if (text.toUtf8() == value)
        return text;
    return QJsonObject{{base64Key, QString::fromLatin1(value.toBase64())}};
}

QJsonValue JsonWriter::write(const QDate& value)
{
    return value.isValid() ? value.toString(Qt::ISODate) : QJsonValue(QJsonValue::Null);
}

QJsonValue JsonWriter::write(const QDateTime& value)
{
    if (!value.isValid())
        return QJsonValue(QJsonValue::Null);
    return value.toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue JsonWriter::write(const ImageRef& value)
{
    return value.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(value.text());
}

QJsonValue JsonWriter::write(const Digest& value)
{
    return value.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(value.text());
}

bool JsonReader::read(const QJsonValue& json, QString& value)
{
    value = json.toString();
    return json.isString();
}

bool JsonReader::read(const QJsonValue& json, bool& value)
{
    value = json.toBool();
    return json.isBool();
}

bool JsonReader::read(const QJsonValue& json, int& value)
{
    qint64 wide = 0;
    if (!read(json, wide) || wide != static_cast<int>(wide))
        return false;
    value = static_cast<int>(wide);
    return true;
}

bool JsonReader::read(const QJsonValue& json, qint64& value)
{
    const double number = json.toDouble();
    if (!json.isDouble() || number != std::floor(number) || std::abs(number) > largestExact)
        return false;
    value = json.toInteger();
    return true;
}

bool JsonReader::read(const QJsonValue& json, double& value)
{
    value = json.toDouble();
    return json.isDouble();
}

bool JsonReader::read(const QJsonValue& json, QByteArray& value)
{
    if (json.isString()) {
        value = json.toString().toUtf8();
        return true;
    }
    const QByteArray encoded = json.toObject().value(base64Key).toString().toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    value = *decoded;
    return json.toObject().contains(base64Key) && decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
}

bool JsonReader::read(const QJsonValue& json, QDate& value)
{
    value = QDate::fromString(json.toString(), Qt::ISODate);
    return json.isNull() || value.isValid();
}

bool JsonReader::read(const QJsonValue& json, QDateTime& value)
{
    value = QDateTime();
    if (json.isNull())
        return true;
    value = QDateTime::fromString(json.toString(), Qt::ISODateWithMs).toUTC();
    return value.isValid();
}

bool JsonReader::read(const QJsonValue& json, ImageRef& value)
{
    value = ImageRef();
    if (json.isNull())
        return true;
    const std::optional<ImageRef> ref = ImageRef::parse(json.toString());
    value = ref.value_or(ImageRef());
    return ref.has_value();
}

bool JsonReader::read(const QJsonValue& json, Digest& value)
{
    value = Digest();
    if (json.isNull())
        return true;
    const std::optional<Digest> digest = Digest::parse(json.toString());
    value = digest.value_or(Digest());
    return digest.has_value();
}

void JsonReader::note(const char* key)
{
    if (m_fault.isEmpty()) {
        m_fault = QLatin1String(key);
        if (!m_inner.isEmpty())
            m_fault += u'.' + m_inner;
    }
    m_inner.clear();
}

} // namespace snowmelt
