// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/probe/certificate_row.h"
#include "models/domain/drift/probe/piece.h"

namespace snowmelt {

namespace {

// Links below /etc/ssl are the authorities that a package brings; those of letsencrypt are what is served. Of a file
// with a key in it, as HAProxy wants them, the first certificate is told and nothing behind it: it ends at the next
// line of dashes, whatever that says. In DER it is told only when it begins as a certificate does (X.690, 8.1; RFC
// 5280, 4.1: a sequence in a sequence, then a version) and not as keys and their containers do, and to the end that it
// says itself.
constexpr auto certificatesText = R"sh(
need find od sed tr
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
    told=$(sed -nE '/^-----BEGIN (X509 |TRUSTED )?CERTIFICATE-----/ {
        :line
        p
        n
        /^-----/ !b line
        /^-----END (X509 |TRUSTED )?CERTIFICATE-----/ p
        q
    }' "$file")
    if [ -z "$told" ]; then
        case $file in *.pem) continue ;; esac
        start=$(od -An -v -tx1 -N 10 "$file" | tr -d ' \n')
        case $start in
        3082????3082????a003*|3082????3081??a00302)
            size=${start#????}
            told=$(od -An -v -tx1 -N "$((0x${size%%????????????} + 4))" "$file")
            ;;
        30*) told=other ;;
        *) continue ;;
        esac
    fi
    printf '\n%s:%s\n%s\n' "$nonce" "$file" "$told"
done
exit 0
)sh";

QString readCertificates(const QByteArray& body, ProbeFacts& facts)
{
    const auto texts = readNodeTexts(body, facts.nonce);
    if (!texts)
        return nonsense();
    FactTable& table = facts.tables[DriftSection::Certificates];
    for (const NodeText& text : *texts) {
        const auto row = certificateRow(text.content);
        if (row)
            table.insert(text.path, *row);
        else if (text.content.startsWith("denied\n"))
            facts.unseen.append({DriftSection::Certificates, text.path, QStringLiteral("permissionDenied")});
        else
            facts.unseen.append({DriftSection::Certificates, text.path, QStringLiteral("not a certificate")});
    }
    return {};
}

} // namespace

QList<ProbePiece> certificatePieces()
{
    return {{"certificates", DriftSection::Certificates, ProbePiece::Quick, certificatesText, readCertificates}};
}

} // namespace snowmelt
