// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/yaml_tree.h"

#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace snowmelt {

namespace {

/// Turns yaml-cpp's marks (bytes) into places of the text (characters).
class Places
{
public:
    explicit Places(const QByteArray& text) : m_lines(text.split('\n')) {}

    Problem problem(ProblemCode code, const YAML::Mark& mark, const QStringList& args = {}) const
    {
        return {code, mark.line + 1, column(mark), args};
    }

    int column(const YAML::Mark& mark) const
    {
        if (mark.line < 0 || mark.line >= m_lines.size())
            return 1;
        return static_cast<int>(QString::fromUtf8(m_lines.at(mark.line).left(mark.column)).toUcs4().size()) + 1;
    }

private:
    QByteArrayList m_lines;
};

/// Thrown through yaml-cpp to stop it; never leaves this file.
struct Stop
{
    Problem problem;
};

class TreeMaker : public YAML::EventHandler
{
public:
    TreeMaker(const Places& places, const YamlLimits& limits) : m_places(places), m_limits(limits) {}

    YamlNode root;
    QList<Problem> problems;

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        add(node(YamlNode::Kind::Null, mark));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        throw Stop{m_places.problem(ProblemCode::AliasNotAllowed, mark)};
    }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string& value) override
    {
        refuseAnchor(mark, anchor);
        YamlNode scalar = node(YamlNode::Kind::Scalar, mark);
        scalar.text = QString::fromStdString(value);
        add(std::move(scalar));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        enter(YamlNode::Kind::Sequence, mark, anchor);
    }
    void OnSequenceEnd() override { leave(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        enter(YamlNode::Kind::Mapping, mark, anchor);
    }
    void OnMapEnd() override { leave(); }

private:
    struct Open
    {
        YamlNode node;
        std::unique_ptr<YamlNode> key; ///< Mapping: read, its value not yet
    };

    YamlNode node(YamlNode::Kind kind, const YAML::Mark& mark) const
    {
        YamlNode made;
        made.kind = kind;
        made.line = mark.line + 1;
        made.column = m_places.column(mark);
        made.offset = mark.pos;
        return made;
    }

    void refuseAnchor(const YAML::Mark& mark, YAML::anchor_t anchor) const
    {
        if (anchor != YAML::NullAnchor)
            throw Stop{m_places.problem(ProblemCode::AliasNotAllowed, mark)};
    }

    void enter(YamlNode::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        refuseAnchor(mark, anchor);
        if (static_cast<int>(m_open.size()) >= m_limits.depth)
            throw Stop{m_places.problem(ProblemCode::TooDeep, mark, {QString::number(m_limits.depth)})};
        m_open.push_back({node(kind, mark), nullptr});
    }

    void leave()
    {
        YamlNode finished = std::move(m_open.back().node);
        m_open.pop_back();
        add(std::move(finished));
    }

    void add(YamlNode value)
    {
        if (m_open.empty()) {
            root = std::move(value);
            return;
        }
        Open& open = m_open.back();
        if (open.node.kind == YamlNode::Kind::Sequence)
            open.node.items.append(std::move(value));
        else if (!open.key)
            open.key = std::make_unique<YamlNode>(std::move(value));
        else
            addEntry(open, std::move(value));
    }

    void addEntry(Open& open, YamlNode value)
    {
        const std::unique_ptr<YamlNode> key = std::move(open.key);
        if (key->kind != YamlNode::Kind::Scalar)
            problems.append(
                {ProblemCode::WrongType, key->line, key->column, {QStringLiteral("?"), QStringLiteral("text")}});
        else if (open.node.find(key->text))
            problems.append({ProblemCode::DuplicateKey, key->line, key->column, {key->text}});
        else
            open.node.entries.append({*key, std::move(value)});
    }

    const Places& m_places;
    YamlLimits m_limits;
    std::vector<Open> m_open;
};

class SecondDocument : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark& mark) override { throw YAML::ParserException(mark, "a second document"); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

std::optional<Problem> firstNonUtf8(const QByteArray& text)
{
    int line = 1;
    for (const QByteArray& bytes : text.split('\n')) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder(bytes);
        if (decoder.hasError()) {
            const qsizetype bad = std::max<qsizetype>(0, decoded.indexOf(QChar::ReplacementCharacter));
            return Problem{ProblemCode::NotUtf8, line, static_cast<int>(decoded.left(bad).toUcs4().size()) + 1, {}};
        }
        ++line;
    }
    return std::nullopt;
}

Parsed<YamlNode> failed(const Problem& problem)
{
    return {{}, {problem}};
}

} // namespace

const YamlNode* YamlNode::find(const QString& key) const
{
    for (const auto& [name, value] : entries) {
        if (name.text == key)
            return &value;
    }
    return nullptr;
}

Parsed<YamlNode> readYaml(const QByteArray& text, const YamlLimits& limits)
{
    if (text.size() > limits.bytes)
        return failed({ProblemCode::TooLarge, 1, 1, {QString::number(text.size()), QString::number(limits.bytes)}});
    if (const auto problem = firstNonUtf8(text))
        return failed(*problem);
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0)
        return failed({ProblemCode::Syntax,
                       static_cast<int>(text.left(nul).count('\n')) + 1,
                       1,
                       {QStringLiteral("NUL character")}});

    const Places places(text);
    TreeMaker maker(places, limits);
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(maker))
            return failed({ProblemCode::Empty, 1, 1, {}});
        SecondDocument second;
        parser.HandleNextDocument(second);
    } catch (const YAML::Exception& exception) {
        return failed(places.problem(ProblemCode::Syntax, exception.mark, {QString::fromStdString(exception.msg)}));
    } catch (const Stop& stop) {
        return failed(stop.problem);
    }
    if (maker.root.kind == YamlNode::Kind::Null && maker.problems.isEmpty())
        return failed({ProblemCode::Empty, 1, 1, {}});
    return {std::move(maker.root), std::move(maker.problems)};
}

} // namespace snowmelt
