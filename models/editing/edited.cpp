// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/edited.h"

#include "models/domain/blueprint/parse_blueprint.h"
#include "models/editing/edit_cuts.h"
#include "models/editing/outline.h"
#include "models/editing/revised.h"
#include "models/editing/ties.h"

namespace snowmelt {

namespace {

using Why = EditRefusal::Why;

/// yaml-cpp counts its places from behind it.
const QByteArray byteOrderMark = QByteArrayLiteral("\xEF\xBB\xBF");

Edited refused(Why why, const QStringList& args = {}, const QList<Problem>& problems = {})
{
    return {{}, {}, {}, EditRefusal{why, args, problems}};
}

/// What can be said of an edit without looking at the text.
class Objection
{
public:
    explicit Objection(const Blueprint& blueprint) : m_blueprint(blueprint) {}

    std::optional<EditRefusal> operator()(const Connect& edit) const { return whyNotTie(m_blueprint, edit); }
    std::optional<EditRefusal> operator()(const Disconnect& edit) const
    {
        const std::optional<EditRefusal> ends = whyNotEnds(m_blueprint, edit.tie, edit.from, edit.to);
        const bool tied = areTied(m_blueprint, edit.tie, edit.from, edit.to);
        return ends || tied ? ends : EditRefusal{Why::NothingToDo};
    }
    std::optional<EditRefusal> operator()(const Resize& edit) const
    {
        return m_blueprint.findGroup(edit.group) ? std::nullopt : unknown(edit.group);
    }
    std::optional<EditRefusal> operator()(const Rename& edit) const { return known(edit.part); }
    std::optional<EditRefusal> operator()(const Delete& edit) const { return known(edit.part); }
    std::optional<EditRefusal> operator()(const SetImage& edit) const { return known(edit.part); }
    /// A name that is taken is the parser's to object to.
    template <typename Add>
    std::optional<EditRefusal> operator()(const Add&) const
    {
        return std::nullopt;
    }

private:
    static std::optional<EditRefusal> unknown(const QString& part) { return EditRefusal{Why::NoSuchPart, {part}}; }
    std::optional<EditRefusal> known(const QString& part) const
    {
        return kindOf(m_blueprint, part) == PartKind::None ? unknown(part) : std::nullopt;
    }
    const Blueprint& m_blueprint;
};

/// The cuts, in places of a text that may begin with a byte order mark.
QList<Splice> splicesOf(const QByteArray& text, const Edit& edit)
{
    const qsizetype mark = text.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
    const QByteArray body = text.mid(mark);
    QList<Splice> splices = inTextOrder(editing::cutsOf({body, readYaml(body).value}, edit));
    for (Splice& splice : splices)
        splice.at += mark;
    return splices;
}

} // namespace

Edited edited(const QByteArray& text, const QString& path, const Edit& edit)
{
    const Parsed<Blueprint> before = parseBlueprint(text, path);
    if (!before.ok())
        return refused(Why::Broken, {}, before.problems);
    if (const auto objection = std::visit(Objection(before.value), edit))
        return {{}, {}, {}, objection};
    const Blueprint meant = revised(before.value, edit);
    if (meant == before.value)
        return refused(Why::NothingToDo);
    const QList<Splice> splices = splicesOf(text, edit);
    const QByteArray after = spliced(text, splices);
    const Parsed<Blueprint> read = parseBlueprint(after, path);
    if (!read.ok())
        return refused(Why::Invalid, {}, read.problems);
    if (read.value != meant)
        return refused(Why::Layout);
    return {after, read.value, splices, {}};
}

} // namespace snowmelt
