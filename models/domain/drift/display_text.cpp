// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/drift.h"

#include <QStringDecoder>

namespace snowmelt {

namespace {

void appendEscaped(QString& shown, const QByteArray& bytes)
{
    for (const char byte : bytes)
        shown += QStringLiteral("\\x%1").arg(uchar(byte), 2, 16, QLatin1Char('0'));
}

void appendCharacter(QString& shown, char32_t character, const QByteArray& bytes)
{
    if (character == U'\n')
        shown += QStringLiteral("\\n");
    else if (character == U'\t')
        shown += QStringLiteral("\\t");
    else if (QChar::isPrint(character)) // not: controls, marks that turn the direction of text, surrogates
        shown += QString::fromUcs4(&character, 1);
    else
        appendEscaped(shown, bytes);
}

qsizetype sequenceLength(uchar first)
{
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

} // namespace

QString displayText(const QByteArray& raw)
{
    QString shown;
    shown.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size();) {
        const QByteArray bytes = raw.mid(at, sequenceLength(uchar(raw.at(at))));
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder.decode(bytes);
        const auto characters = decoded.toUcs4();
        if (decoder.hasError() || characters.size() != 1) {
            appendEscaped(shown, raw.mid(at, 1)); // one wrong byte, then try again behind it
            ++at;
            continue;
        }
        appendCharacter(shown, characters.first(), bytes);
        at += bytes.size();
    }
    return shown;
}

} // namespace snowmelt
