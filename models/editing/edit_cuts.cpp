// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/edit_cuts.h"

#include "models/editing/cuts.h"
#include "models/editing/keys.h"
#include "models/editing/written.h"

namespace snowmelt::editing {

namespace {

qsizetype indexOf(const YamlNode& mapping, const QString& key)
{
    for (qsizetype i = 0; i < mapping.entries.size(); ++i) {
        if (mapping.entries[i].first.text == key)
            return i;
    }
    return -1;
}

const Entry* entryOf(const YamlNode& mapping, const QString& key)
{
    const qsizetype index = indexOf(mapping, key);
    return index < 0 ? nullptr : &mapping.entries[index];
}

QList<qsizetype> mentionsIn(const YamlNode& list, const QString& name)
{
    QList<qsizetype> mentions;
    for (qsizetype i = 0; i < list.items.size(); ++i) {
        if (list.items[i].text == name)
            mentions.append(i);
    }
    return mentions;
}

/// Keys whose value is one name of a part.
const QStringList& singleKeys()
{
    static const QStringList keys{key::pair(), key::replicaOf()};
    return keys;
}

/// Keys with a list of names of parts.
const QStringList& listKeys()
{
    static const QStringList keys{key::serves(), key::uses()};
    return keys;
}

QString keyOf(Tie tie)
{
    switch (tie) {
    case Tie::Serves:
        return key::serves();
    case Tie::Uses:
        return key::uses();
    case Tie::Follows:
        return key::replicaOf();
    case Tie::Pairs:
        return key::pair();
    }
    return {};
}

class Cutter
{
public:
    explicit Cutter(const Outline& outline) : m_outline(outline) {}

    QList<Splice> operator()(const AddBalancer& edit) const
    {
        return add(key::balancers(), edit.balancer.name, fieldsOf(edit.balancer));
    }
    QList<Splice> operator()(const AddGroup& edit) const
    {
        return add(key::groups(), edit.group.name, fieldsOf(edit.group));
    }
    QList<Splice> operator()(const AddDatabase& edit) const
    {
        return add(key::databases(), edit.database.name, fieldsOf(edit.database));
    }
    QList<Splice> operator()(const AddCache& edit) const
    {
        return add(key::caches(), edit.cache.name, fieldsOf(edit.cache));
    }
    QList<Splice> operator()(const Connect& edit) const;
    QList<Splice> operator()(const Disconnect& edit) const;
    QList<Splice> operator()(const Resize& edit) const
    {
        return setText(edit.group, key::size(), QString::number(edit.size));
    }
    QList<Splice> operator()(const Rename& edit) const;
    QList<Splice> operator()(const Delete& edit) const;
    QList<Splice> operator()(const SetImage& edit) const { return setText(edit.part, key::image(), edit.image.text()); }

private:
    struct Place
    {
        QString section;
        const Entry* sectionEntry = nullptr;
        qsizetype index = -1;
        const Entry& part() const { return sectionEntry->second.entries[index]; }
    };
    std::optional<Place> find(const QString& part) const;
    template <typename Visit>
    void eachField(Visit visit) const;
    QList<Splice> renameInRules(const Rename& edit) const;

    QList<Splice> add(const QString& section, const QString& name, const QList<Field>& fields) const;
    QList<Splice> addSection(const QString& section, const Piece& part, int step) const;
    QList<Splice> setText(const QString& part, const QString& key, const QString& text) const;
    QList<Splice> addToList(const QString& part, const QString& key, const QString& name) const;
    QList<Splice> addField(const Place& place, const Field& field) const;
    QList<Splice> removeFromList(const YamlNode& part, qsizetype field, qsizetype item) const;
    /// What these keys of a part say of another.
    QList<Splice> forget(const YamlNode& part, const QStringList& keys, const QString& name) const;
    bool isInFlow(const YamlNode& around) const { return m_outline.isFlow(around); }

    const Outline& m_outline;
};

std::optional<Cutter::Place> Cutter::find(const QString& part) const
{
    for (const QString& section : key::partSections()) {
        const Entry* entry = entryOf(m_outline.root(), section);
        if (!entry)
            continue;
        if (const qsizetype index = indexOf(entry->second, part); index >= 0)
            return Place{section, entry, index};
    }
    return std::nullopt;
}

/// visit(mapping of a part, index of its field)
template <typename Visit>
void Cutter::eachField(Visit visit) const
{
    for (const QString& section : key::partSections()) {
        const Entry* entry = entryOf(m_outline.root(), section);
        if (!entry)
            continue;
        for (const Entry& part : entry->second.entries)
            for (qsizetype i = 0; i < part.second.entries.size(); ++i)
                visit(part.second, i);
    }
}

QList<Splice> Cutter::add(const QString& section, const QString& name, const QList<Field>& fields) const
{
    Hand hand = handOf(m_outline, section);
    const Piece part = pieceOf(name, fields, hand);
    const Entry* entry = entryOf(m_outline.root(), section);
    if (!entry)
        return addSection(section, part, hand.step);
    return append(m_outline, {entry, isInFlow(m_outline.root())}, part, hand.step);
}

/// Where it would have stood, had it been there: behind the last section that is written before it.
QList<Splice> Cutter::addSection(const QString& section, const Piece& part, int step) const
{
    const Piece whole = sectionOf(section, part, quoteOfKeys(m_outline), step);
    if (isInFlow(m_outline.root()))
        return appendInBraces(m_outline, m_outline.root(), whole.flow);
    const QStringList order = key::topLevel();
    const Entry* above = &m_outline.root().entries.last();
    for (const QString& before : order.mid(0, order.indexOf(section))) {
        if (const Entry* entry = entryOf(m_outline.root(), before))
            above = entry;
    }
    return insertBelow(m_outline, *above, whole.lines);
}

QList<Splice> Cutter::setText(const QString& part, const QString& key, const QString& text) const
{
    const std::optional<Place> place = find(part);
    const Entry* field = place ? entryOf(place->part().second, key) : nullptr;
    return field ? rewriteScalar(m_outline, field->second, text) : QList<Splice>();
}

QList<Splice> Cutter::addField(const Place& place, const Field& field) const
{
    const Hand hand = handOf(m_outline, place.section);
    return append(m_outline, {&place.part(), isInFlow(place.sectionEntry->second)}, pieceOf(field, hand), hand.step);
}

QList<Splice> Cutter::addToList(const QString& part, const QString& key, const QString& name) const
{
    const std::optional<Place> place = find(part);
    if (!place)
        return {};
    const Entry* list = entryOf(place->part().second, key);
    if (!list)
        return addField(*place, listField(key, {name}));
    const QList<YamlNode>& items = list->second.items;
    const char quote = items.isEmpty() ? handOf(m_outline, place->section).textQuote : m_outline.quoteOf(items.last());
    return append(m_outline, {list, isInFlow(place->part().second)}, pieceOf(name, quote), 0);
}

QList<Splice> Cutter::operator()(const Connect& edit) const
{
    const std::optional<Place> place = find(edit.from);
    if (!place)
        return {};
    const QString key = keyOf(edit.tie);
    if (listKeys().contains(key))
        return addToList(edit.from, key, edit.to);
    if (const Entry* said = entryOf(place->part().second, key)) {
        if (said->second.kind == YamlNode::Kind::Scalar)
            return rewriteScalar(m_outline, said->second, edit.to);
        return {};
    }
    return addField(*place, textField(key, edit.to));
}

/// A list that becomes empty: "uses" goes with its key; "serves" must be there.
QList<Splice> Cutter::removeFromList(const YamlNode& part, qsizetype field, qsizetype item) const
{
    const auto& [key, list] = part.entries[field];
    if (list.items.size() > 1)
        return remove(m_outline, list, item);
    if (key.text == key::uses())
        return remove(m_outline, part, field);
    if (m_outline.isFlow(list))
        return remove(m_outline, list, item);
    QList<Splice> splices = remove(m_outline, list, item);
    splices.prepend({m_outline.nullExtent(key).from, {}, QByteArrayLiteral(" []")});
    return splices;
}

QList<Splice> Cutter::forget(const YamlNode& part, const QStringList& keys, const QString& name) const
{
    QList<Splice> splices;
    for (qsizetype i = 0; i < part.entries.size(); ++i) {
        const auto& [key, value] = part.entries[i];
        if (!keys.contains(key.text))
            continue;
        if (singleKeys().contains(key.text) && value.text == name)
            splices += remove(m_outline, part, i);
        for (const qsizetype item : mentionsIn(value, name))
            splices += removeFromList(part, i, item);
    }
    return splices;
}

QList<Splice> Cutter::operator()(const Disconnect& edit) const
{
    const std::optional<Place> from = find(edit.from);
    const std::optional<Place> to = find(edit.to);
    if (!from || !to)
        return {};
    QList<Splice> splices = forget(from->part().second, {keyOf(edit.tie)}, edit.to);
    if (edit.tie == Tie::Pairs)
        splices += forget(to->part().second, {keyOf(edit.tie)}, edit.from);
    return splices;
}

/// drift: {ignore: [{groups: [NAME]}]}
QList<Splice> Cutter::renameInRules(const Rename& edit) const
{
    QList<Splice> splices;
    const Entry* drift = entryOf(m_outline.root(), key::drift());
    const Entry* rules = drift ? entryOf(drift->second, key::ignore()) : nullptr;
    for (const YamlNode& rule : rules ? rules->second.items : QList<YamlNode>()) {
        const Entry* groups = entryOf(rule, key::groups());
        for (const qsizetype item : groups ? mentionsIn(groups->second, edit.part) : QList<qsizetype>())
            splices += rewriteScalar(m_outline, groups->second.items[item], edit.to);
    }
    return splices;
}

QList<Splice> Cutter::operator()(const Rename& edit) const
{
    const std::optional<Place> place = find(edit.part);
    if (!place)
        return {};
    QList<Splice> splices = rewriteScalar(m_outline, place->part().first, edit.to) + renameInRules(edit);
    eachField([&](const YamlNode& part, qsizetype index) {
        const auto& [key, value] = part.entries[index];
        if (singleKeys().contains(key.text) && value.text == edit.part)
            splices += rewriteScalar(m_outline, value, edit.to);
        for (const qsizetype item : listKeys().contains(key.text) ? mentionsIn(value, edit.part) : QList<qsizetype>())
            splices += rewriteScalar(m_outline, value.items[item], edit.to);
    });
    return splices;
}

QList<Splice> Cutter::operator()(const Delete& edit) const
{
    const std::optional<Place> place = find(edit.part);
    if (!place)
        return {};
    QList<Splice> splices = remove(m_outline, place->sectionEntry->second, place->index);
    for (const QString& section : key::partSections()) {
        const Entry* entry = entryOf(m_outline.root(), section);
        for (const Entry& part : entry ? entry->second.entries : QList<Entry>()) {
            if (part.first.text != edit.part)
                splices += forget(part.second, singleKeys() + listKeys(), edit.part);
        }
    }
    return splices;
}

} // namespace

QList<Splice> cutsOf(const Outline& outline, const Edit& edit)
{
    return std::visit(Cutter(outline), edit);
}

} // namespace snowmelt::editing
