// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/blueprint/recipe_file_reader.h"

#include "models/domain/blueprint/nearest.h"

namespace snowmelt {

namespace {

const QString placeKey = QStringLiteral("path");
const QString bodySourceKey = QStringLiteral("source");
const QString bodyKey = QStringLiteral("content");

/// Lines and columns as YAML's: from 1, columns in characters.
std::pair<int, int> placeAt(const QByteArray& text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const QByteArray line = before.mid(before.lastIndexOf('\n') + 1);
    return {static_cast<int>(before.count('\n')) + 1, static_cast<int>(QString::fromUtf8(line).toUcs4().size()) + 1};
}

/// The n-th mention in the text is the n-th in the value unless escapes stand between: then the value's place is told.
std::pair<int, int> placeOf(const YamlNode& content, const QByteArray& text, const TemplateMention& mention,
                            qsizetype index)
{
    const QByteArray from = text.mid(content.offset);
    const TemplateMention there = mentionsIn(from).value(index);
    if (there.text != mention.text)
        return {content.line, content.column};
    return placeAt(text, content.offset + there.offset);
}

void checkMentions(const YamlNode& content, const QByteArray& text, QList<Problem>& problems)
{
    const QList<TemplateMention> mentions = mentionsIn(content.text.toUtf8());
    for (qsizetype i = 0; i < mentions.size(); ++i) {
        if (isKnown(mentions[i]))
            continue;
        const auto [line, column] = placeOf(content, text, mentions[i], i);
        problems.append({ProblemCode::UnknownChoice, line, column, mentionArgs(bodyKey, mentions[i])});
    }
}

void readBody(MappingReader& reader, RecipeFile& file)
{
    const YamlNode* content = reader.find(bodyKey);
    if (!reader.find(bodySourceKey) && !content)
        reader.require(bodySourceKey);
    else if (reader.find(bodySourceKey) && content)
        reader.report(ProblemCode::BadValue, *content,
                      {bodyKey, QStringLiteral("…"), QStringLiteral("either source or content")});
    file.source = checkedFile(reader, bodySourceKey);
    file.content = reader.text(bodyKey, {}).toUtf8();
}

} // namespace

QStringList mentionArgs(const QString& key, const TemplateMention& mention, const QString& where)
{
    const QString shown = where + quoted(QString::fromUtf8(mention.text));
    const QString meant = nearest(mention.name, birthParameterNames());
    return {key, shown, birthParameterNames().join(QStringLiteral(", ")), meant};
}

RecipeFile readRecipeFile(const YamlNode& item, const QString& list, const QByteArray& text, QList<Problem>& problems)
{
    const QString owner = QStringLiteral("owner");
    const QString group = QStringLiteral("group");
    const QString mode = QStringLiteral("mode");
    MappingReader reader(item, list, {placeKey, bodySourceKey, bodyKey, mode, owner, group}, problems);
    RecipeFile file;
    file.path = reader.text(placeKey);
    checkPath(reader, placeKey, isPlainPath, QStringLiteral("an absolute path"));
    if (isPlainPath(file.path))
        checkPath(reader, placeKey, isImagePath,
                  QStringLiteral("a file that stays in the image, not below /dev, /proc, /run, /sys or /tmp"));
    if (list == u"templates" && isBirthFile(file.path))
        reader.report(ProblemCode::BadValue, *reader.find(placeKey),
                      {placeKey, file.path, QStringLiteral("a file that Snowmelt does not give every node itself")});
    readBody(reader, file);
    const YamlNode* content = reader.find(bodyKey);
    if (content && list == u"templates" && content->kind == YamlNode::Kind::Scalar)
        checkMentions(*content, text, problems);
    file.mode = checkedText(reader, mode, recipe_rule::mode(), QStringLiteral("0644")).toInt({}, 8);
    file.owner = checkedText(reader, owner, recipe_rule::owner(), file.owner);
    file.group = checkedText(reader, group, recipe_rule::owner(), file.group);
    return file;
}

} // namespace snowmelt
