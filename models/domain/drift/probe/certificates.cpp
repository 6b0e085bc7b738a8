// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/piece.h"

#include <QRegularExpression>
#include <QTime>

namespace snowmelt {

namespace {

// A file with a key in it, as HAProxy wants them, is asked for its certificate only. Links below /etc/ssl are the
// authorities that a package brings; those of letsencrypt are what is served. In DER a certificate begins with a long
// sequence (X.690, 8.1); a .pem that does is a key as likely, and is left alone.
constexpr auto certificatesText = R"sh(
need find grep od tr
set --
for folder in /etc/ssl /etc/letsencrypt/live /etc/nginx /etc/haproxy /etc/pki/tls/certs; do
    [ ! -d "$folder" ] || set -- "$@" "$folder"
done
[ $# -gt 0 ] || exit 0
found=$(find "$@" '(' -type f -o -type l -path '/etc/letsencrypt/live/*' ')' \
    '(' -name '*.pem' -o -name '*.crt' -o -name '*.cer' -o -name '*.der' ')' \
    ! -name ca-certificates.crt ! -name 'ca-bundle*' -print) || exit
printf '%s\n' "$found" | while IFS= read -r file; do
    [ -f "$file" ] || continue
    if [ ! -r "$file" ]; then
        printf '\n%s:%s\ndenied\n' "$nonce" "$file"
        continue
    fi
    form=PEM
    if ! grep -qE 'BEGIN (X509 |TRUSTED )?CERTIFICATE' "$file"; then
        case $file in *.pem) continue ;; esac
        [ "$(od -An -tx1 -N 2 "$file" | tr -d ' ')" = 3082 ] || continue
        form=DER
    fi
    have openssl || exit 127
    printf '\n%s:%s\n' "$nonce" "$file"
    openssl x509 -inform "$form" -in "$file" -noout -subject -fingerprint -sha256 -enddate -nameopt RFC2253 \
        -passin pass: < /dev/null 2>&1
done
status=$?
[ "$status" -ne 127 ] || exit 127
exit 0
)sh";

// "Jan  5 12:00:00 2030 GMT"
QString expiry(const QByteArray& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) (\\d{4}) GMT\\z"));
    static const QStringList months = QStringLiteral("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split(u' ');
    const auto match = form.match(QString::fromLatin1(text));
    const QDate day(match.captured(4).toInt(), int(months.indexOf(match.captured(1))) + 1, match.captured(2).toInt());
    const QTime time = QTime::fromString(match.captured(3), Qt::ISODate);
    if (!match.hasMatch() || !day.isValid() || !time.isValid())
        return {};
    return QDateTime(day, time, Qt::UTC).toString(Qt::ISODate);
}

FactRow certificateRow(const QByteArray& content)
{
    FactRow row;
    for (const QByteArray& line : nonEmptyLines(content)) {
        const qsizetype sign = line.indexOf('=');
        const QByteArray name = line.left(sign).toLower();
        const QByteArray value = line.mid(sign + 1).trimmed();
        if (name == "subject")
            row.fields.insert(QStringLiteral("subject"), factValue(value));
        else if (name.endsWith("fingerprint"))
            row.fields.insert(QStringLiteral("fingerprint"), factValue(QByteArray(value).replace(':', "").toLower()));
        else if (name == "notafter")
            row.fields.insert(QStringLiteral("notAfter"), expiry(value));
    }
    return row;
}

QString readCertificates(const QByteArray& body, ProbeFacts& facts)
{
    const auto texts = readNodeTexts(body, facts.nonce);
    if (!texts)
        return nonsense();
    FactTable& table = facts.tables[DriftSection::Certificates];
    for (const NodeText& text : *texts) {
        const FactRow row = certificateRow(text.content);
        const bool whole = row.fields.size() == 3 && !row.fields.value(QStringLiteral("notAfter")).isEmpty();
        if (whole)
            table.insert(text.path, row);
        else if (text.content.startsWith("denied\n"))
            facts.unseen.append({DriftSection::Certificates, text.path, QStringLiteral("permissionDenied")});
        else
            facts.unseen.append({DriftSection::Certificates, text.path, factValue(text.content.trimmed().left(200))});
    }
    return {};
}

} // namespace

QList<ProbePiece> certificatePieces()
{
    return {{"certificates", DriftSection::Certificates, 60, certificatesText, readCertificates}};
}

} // namespace snowmelt
