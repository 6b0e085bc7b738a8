// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/mapping_reader.h"
#include "models/domain/image/lock.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <limits>

namespace snowmelt {

namespace {

constexpr int newestLock = 1;

class LockReader
{
public:
    explicit LockReader(const YamlNode& root)
        : m_top(root, QStringLiteral("lock"),
                {QStringLiteral("snowmelt-lock"), QStringLiteral("built"), QStringLiteral("from"),
                 QStringLiteral("packages"), QStringLiteral("sources"), QStringLiteral("debs")},
                m_problems)
    {
    }

    Parsed<Lock> read()
    {
        m_top.number(QStringLiteral("snowmelt-lock"), 1, newestLock);
        m_top.require(QStringLiteral("debs"));
        readBuilt();
        if (m_top.find(QStringLiteral("from")))
            m_lock.from = textLike(m_top, QStringLiteral("from"), QStringLiteral("[0-9a-f]{64}"),
                                   QStringLiteral("64 hex digits"));
        m_lock.packages = checked(QStringLiteral("packages"), QStringLiteral("^[a-z0-9][^\\s]*$"),
                                  QStringLiteral("a package, or NAME=VERSION"));
        m_lock.sources = checked(QStringLiteral("sources"), QStringLiteral("^deb [\\x20-\\x7e]+$"),
                                 QStringLiteral("a line such as: deb http://deb.debian.org/debian bookworm main"));
        m_top.eachItem(QStringLiteral("debs"), [this](const YamlNode& item) { readDeb(item); });
        std::stable_sort(m_problems.begin(), m_problems.end(), [](const Problem& a, const Problem& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        if (!m_problems.isEmpty())
            return {{}, m_problems};
        return {m_lock, {}};
    }

private:
    bool matches(MappingReader& reader, const QString& key, const QString& pattern, const QString& expected)
    {
        const YamlNode* node = reader.find(key);
        if (!node || node->kind != YamlNode::Kind::Scalar)
            return false;
        const bool matched =
            QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(node->text).hasMatch();
        if (!matched)
            reader.report(ProblemCode::BadValue, *node, {key, node->text, expected});
        return matched;
    }

    QString textLike(MappingReader& reader, const QString& key, const QString& pattern, const QString& expected)
    {
        const QString text = reader.text(key);
        return matches(reader, key, pattern, expected) ? text : QString();
    }

    QStringList checked(const QString& key, const QString& pattern, const QString& expected)
    {
        const QRegularExpression allowed(QRegularExpression::anchoredPattern(pattern));
        QStringList texts;
        m_top.eachItem(key, [&](const YamlNode& item) {
            if (item.kind == YamlNode::Kind::Scalar && allowed.match(item.text).hasMatch())
                texts.append(item.text);
            else
                m_top.report(ProblemCode::BadValue, item, {key, item.text, expected});
        });
        return texts;
    }

    void readBuilt()
    {
        const YamlNode* node = m_top.find(QStringLiteral("built"));
        if (!node)
            return;
        const auto digest = Digest::parse(m_top.text(QStringLiteral("built")));
        if (digest)
            m_lock.built = *digest;
        else if (node->kind == YamlNode::Kind::Scalar)
            m_top.report(ProblemCode::BadValue, *node,
                         {QStringLiteral("built"), node->text, QStringLiteral("sha256: and 64 hex digits")});
    }

    void readDeb(const YamlNode& item)
    {
        MappingReader reader(item, QStringLiteral("deb"),
                             {QStringLiteral("name"), QStringLiteral("version"), QStringLiteral("architecture"),
                              QStringLiteral("size"), QStringLiteral("sha256"), QStringLiteral("required"),
                              QStringLiteral("uri")},
                             m_problems);
        LockedDeb deb;
        // Debian policy 5.6.1, 5.6.8 and 5.6.12.
        deb.name = textLike(reader, QStringLiteral("name"), QStringLiteral("[a-z0-9][a-z0-9+.-]+"),
                            QStringLiteral("a Debian package's name"));
        deb.version = textLike(reader, QStringLiteral("version"), QStringLiteral("[A-Za-z0-9][A-Za-z0-9.+~:-]*"),
                               QStringLiteral("a Debian version"));
        deb.architecture = textLike(reader, QStringLiteral("architecture"), QStringLiteral("[a-z0-9][a-z0-9-]*"),
                                    QStringLiteral("a Debian architecture such as amd64 or all"));
        deb.size = reader.number(QStringLiteral("size"), 1, std::numeric_limits<int>::max());
        deb.sha256 = Digest::parse(textLike(reader, QStringLiteral("sha256"), QStringLiteral("[0-9a-f]{64}"),
                                            QStringLiteral("64 hex digits")))
                         .value_or(Digest());
        deb.required = readSwitch(reader);
        deb.uri = textLike(reader, QStringLiteral("uri"),
                           QStringLiteral("(https?|file|copy)://?[\\x21-\\x7e]+/[\\w.+~:%-]+\\.deb"),
                           QStringLiteral("where the .deb is, such as http://…/bash_5.2_amd64.deb"));
        if (!deb.name.isEmpty() && m_known.contains(deb.key()))
            reader.report(ProblemCode::DuplicateName, item, {deb.key(), QStringLiteral("debs")});
        m_known.insert(deb.key());
        m_lock.debs.append(deb);
    }

    bool readSwitch(MappingReader& reader)
    {
        const QString key = QStringLiteral("required");
        return reader.find(key) && reader.choice(key, {QStringLiteral("true"), QStringLiteral("false")}) == u"true";
    }

    QList<Problem> m_problems;
    MappingReader m_top;
    Lock m_lock;
    QSet<QString> m_known;
};

} // namespace

Parsed<Lock> parseLock(const QByteArray& text)
{
    const Parsed<YamlNode> yaml = readYaml(text);
    if (!yaml.ok())
        return {{}, yaml.problems};
    return LockReader(yaml.value).read();
}

} // namespace snowmelt
