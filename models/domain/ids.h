// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMetaType>
#include <QString>

#include <optional>

namespace snowmelt {

/// "shop@1.1.0": a name with optional tier folder, and a version.
struct ImageRef
{
    QString name;
    QString version;

    bool isNull() const { return name.isEmpty(); }
    QString text() const { return name + u'@' + version; }
    /// Names: [a-z0-9] then [a-z0-9._/-], 128 characters at most, no part between slashes empty, "." or "..";
    /// versions: [A-Za-z0-9][A-Za-z0-9._-]*, 64 at most.
    static std::optional<ImageRef> parse(const QString& text);
    bool operator==(const ImageRef&) const = default;
    bool operator<(const ImageRef& o) const { return text() < o.text(); }
};
inline size_t qHash(const ImageRef& ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.name, ref.version);
}

/// An image's identity: "sha256:" and 64 hex digits of its OCI config.
class Digest
{
public:
    Digest() = default;
    static std::optional<Digest> parse(const QString& text); ///< with or without the "sha256:" prefix
    static Digest ofBytes(const QByteArray& bytes);

    bool isNull() const { return m_hex.isEmpty(); }
    QString text() const { return isNull() ? QString() : u"sha256:" + m_hex; }
    QString hex() const { return m_hex; }
    QString shortHex() const { return m_hex.left(12); }
    bool operator==(const Digest&) const = default;

private:
    QString m_hex;
};
inline size_t qHash(const Digest& digest, size_t seed = 0)
{
    return ::qHash(digest.hex(), seed);
}

/// Identifies one running or finished operation across processes: a UUID without braces.
using OperationId = QString;

} // namespace snowmelt

Q_DECLARE_METATYPE(snowmelt::ImageRef)
