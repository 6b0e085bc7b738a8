// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/secret_scrub.h"

#include "backend/image/packer/squeezed_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype shortestPart = 6;   // of base64 from within a text, and of one line of several
constexpr qsizetype shortestFound = 12; // what is shorter stands in a root by chance

QByteArray inJson(const QByteArray& secret)
{
    const QByteArray array =
        QJsonDocument(QJsonArray{QString::fromUtf8(secret)}).toJson(QJsonDocument::Compact); // ["…"]
    return array.mid(2, array.size() - 4);
}

/// As Go's encoding/json has it, which Packer is written in.
QByteArray inGoJson(QByteArray json)
{
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
}

/// What is the same in base64 wherever the secret begins in a longer text.
QList<QByteArray> inBase64(const QByteArray& secret)
{
    QList<QByteArray> forms;
    const auto bare = QByteArray::OmitTrailingEquals;
    if (secret.size() >= shortestPart / 2)
        forms += {secret.toBase64(bare), secret.toBase64(bare | QByteArray::Base64UrlEncoding)};
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray text = QByteArray(before, ' ') + secret;
        const QByteArray whole = text.toBase64(bare);
        const qsizetype first = before == 0 ? 0 : before + 1;            // digits that depend on what is before
        const qsizetype size = (before + secret.size()) * 8 / 6 - first; // and none that depends on what is behind
        const QByteArray digits = whole.mid(first, size);
        if (digits.size() >= shortestPart)
            forms += {digits, QByteArray(digits).replace('+', '-').replace('/', '_')};
    }
    return forms;
}

QList<QByteArray> formsOf(const QByteArray& secret)
{
    const QByteArray url = secret.toPercentEncoding();
    const QByteArray json = inJson(secret);
    QList<QByteArray> forms{secret, json, inGoJson(json), QByteArray(json).replace("/", "\\/"), url};
    forms += {url.toLower(), QByteArray(url).replace("%20", "+"), secret.toPercentEncoding("/:@!$&'()*,;=")};
    if (secret.size() >= shortestPart / 2)
        forms += {secret.toHex(), secret.toHex().toUpper()};
    return forms + inBase64(secret);
}

QList<QByteArray> linesOf(const QByteArray& secret)
{
    QList<QByteArray> lines = secret.split('\n');
    lines.removeIf([](const QByteArray& line) { return line.trimmed().size() < shortestPart; });
    return lines;
}

void findAll(const SqueezedText& text, const QByteArray& form, QList<ByteRange>& found)
{
    for (qsizetype at = text.bytes.indexOf(form); at >= 0; at = text.bytes.indexOf(form, at + 1))
        found.append({text.places[at], text.places[at + form.size() - 1] + 1});
}

} // namespace

QByteArray concealedIn(const QByteArray& text, QList<ByteRange> ranges)
{
    std::sort(ranges.begin(), ranges.end());
    QByteArray result;
    qsizetype told = 0;
    for (const auto& [first, last] : ranges) {
        if (first >= told)
            result += text.mid(told, first - told) + concealed().toUtf8();
        told = std::max(told, last);
    }
    return result + text.mid(told);
}

SecretScrub::SecretScrub(const QList<Secret>& secrets)
{
    QSet<QByteArray> forms;
    for (const Secret& secret : secrets) {
        const QByteArray& bytes = secret.reveal();
        if (bytes.trimmed().size() >= shortestFound)
            m_plain.append(bytes.trimmed());
        for (const QByteArray& part : QList{bytes, bytes.trimmed()} + linesOf(bytes))
            for (const QByteArray& form : formsOf(part))
                forms.insert(squeezed(form).bytes);
    }
    forms.remove({});
    m_forms = forms.values();
    std::sort(m_forms.begin(), m_forms.end(), [](const QByteArray& a, const QByteArray& b) {
        return std::pair(-a.size(), a) < std::pair(-b.size(), b);
    });
}

QList<ByteRange> SecretScrub::find(const QByteArray& text) const
{
    if (m_forms.isEmpty())
        return {};
    const SqueezedText bare = squeezed(text);
    QList<ByteRange> found;
    for (const QByteArray& form : m_forms)
        findAll(bare, form, found);
    return found;
}

QByteArray SecretScrub::scrub(const QByteArray& text) const
{
    return concealedIn(text, find(text));
}

QString SecretScrub::scrub(const QString& text) const
{
    return QString::fromUtf8(scrub(text.toUtf8()));
}

QStringList SecretScrub::scrub(const QStringList& texts) const
{
    QStringList result;
    for (const QString& text : texts)
        result.append(scrub(text));
    return result;
}

QJsonValue SecretScrub::scrub(const QJsonValue& value) const
{
    if (value.isString())
        return scrub(value.toString());
    if (value.isArray()) {
        QJsonArray result;
        const QJsonArray array = value.toArray();
        for (const auto& each : array)
            result.append(scrub(QJsonValue(each)));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject result;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(scrub(it.key()), scrub(QJsonValue(it.value())));
    return result;
}

bool SecretScrub::standsIn(const QByteArray& bytes) const
{
    return std::any_of(m_plain.begin(), m_plain.end(), [&](const QByteArray& each) { return bytes.contains(each); });
}

qsizetype SecretScrub::longest() const
{
    qsizetype size = 0;
    for (const QByteArray& each : m_plain)
        size = std::max(size, each.size());
    return size;
}

} // namespace snowmelt
