// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/texts.h"

#include "models/domain/drift/probe/frames.h"
#include "models/domain/drift/withheld_text.h"

#include <QCryptographicHash>
#include <QStringDecoder>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype textCount = 50;

bool isShowable(const FileFact& file)
{
    constexpr int readableByAll = 0004; // what not everybody on the node may read, nobody here shall
    return file.type == FileType::File && file.size <= textLimit && (file.mode & readableByAll) != 0;
}

bool isInOpenFolders(const QByteArray& path, const QMap<QByteArray, FileFact>& files)
{
    return areFoldersOpen(path, [&files](const QByteArray& folder) {
        const auto found = files.constFind(folder);
        return found == files.constEnd() ? std::nullopt : std::optional(int(found->mode));
    });
}

} // namespace

bool isOfContent(const Difference& difference)
{
    return difference.section == DriftSection::Files && difference.kind == DifferenceKind::Changed &&
           std::ranges::any_of(difference.fields, [](const FieldChange& change) { return change.field == u"content"; });
}

bool areFoldersOpen(const QByteArray& path, const std::function<std::optional<int>(const QByteArray& folder)>& modeOf)
{
    constexpr int enteredByAll = 0001;
    bool known = false;
    for (qsizetype end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        const std::optional<int> mode = modeOf(path.left(end));
        if (!mode)
            break;
        known = true;
        if ((*mode & enteredByAll) == 0)
            return false;
    }
    return known;
}

bool isShowablePath(const QByteArray& path)
{
    static const QList<QByteArray> folders{"/etc/ssl/private/", "/run/secrets/", "/var/lib/postgresql/"};
    static const QList<QByteArray> parts{"/.ssh/",       "/.gnupg/",   "/.aws/", "/.kube/", "/etc/shadow",
                                         "/etc/gshadow", "credential", "secret", "token",   "passw"};
    static const QList<QByteArray> endings{".key",       ".pem", ".p12",      ".pfx",    ".jks",
                                           "_key",       ".env", "/.pgpass",  "/.netrc", "/.my.cnf",
                                           "/.htpasswd", ".ppk", ".htdigest", ".kdbx"};
    const auto startsWith = [&path](const QByteArray& folder) { return path.startsWith(folder); };
    const auto contains = [&path](const QByteArray& part) { return path.contains(part); };
    const auto endsWith = [&path](const QByteArray& ending) { return path.endsWith(ending); };
    return std::ranges::none_of(folders, startsWith) && std::ranges::none_of(parts, contains) &&
           std::ranges::none_of(endings, endsWith);
}

QList<QByteArray> showableTexts(const DriftReport& report, const Baseline& baseline, const ProbeFacts& facts)
{
    QSet<QByteArray> given; // at birth: the image's text is not their baseline
    for (const BirthFile& file : baseline.birth.files)
        given.insert(file.path);
    QList<QByteArray> paths;
    for (const Difference& difference : report.differences) {
        if (isOfContent(difference) && !given.contains(difference.key) && isShowablePath(difference.key) &&
            isInOpenFolders(difference.key, facts.files) && isShowable(facts.files.value(difference.key)) &&
            isShowable(baseline.inventory.files.value(difference.key)))
            paths.append(difference.key);
    }
    return paths.mid(0, textCount);
}

QByteArray textScript(const QList<QByteArray>& paths, const QByteArray& nonce)
{
    QByteArray script = frameFunctions(nonce) + "LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin\nexport LC_ALL PATH\n" +
                        "send() { [ -f \"$1\" ] && [ ! -L \"$1\" ] && timeout 10 head -c " +
                        QByteArray::number(textLimit + 1) + " -- \"$1\"; }\n";
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QByteArray name = "text" + QByteArray::number(i);
        script += "begin " + name + "\nsend " + shellQuoted(paths.at(i)) + " < /dev/null\nend " + name + '\n';
    }
    return script + "exit 0\n";
}

QMap<QByteArray, QByteArray> parseTexts(const QByteArray& out, const QList<QByteArray>& paths, const QByteArray& nonce,
                                        const QMap<QByteArray, QByteArray>& hashes)
{
    const QMap<QByteArray, ProbeFrame> frames = readFrames(out, nonce);
    QMap<QByteArray, QByteArray> texts;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const ProbeFrame frame = frames.value(QByteArray("text" + QByteArray::number(i)));
        const QByteArray hash = QCryptographicHash::hash(frame.body, QCryptographicHash::Sha256).toHex();
        if (frame.status == 0 && hash == hashes.value(paths.at(i)))
            texts.insert(paths.at(i), frame.body);
    }
    return texts;
}

QString showableText(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    const bool isText = !decoder.hasError() && !bytes.contains('\0');
    return isText && bytes.size() <= textLimit ? withoutSecrets(text) : QString();
}

} // namespace snowmelt
