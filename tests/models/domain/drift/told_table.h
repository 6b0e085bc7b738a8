// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/domain/drift/probe_answer.h"

namespace snowmelt::testing {

/// What an answer said of one section.
struct ToldTable
{
    bool seen = false;
    FactTable table;
    QList<Unseen> unseen;
};

inline ToldTable told(DriftSection section, const QByteArray& name, const QByteArray& body, int status = 0,
                      const QByteArray& err = {})
{
    const ProbeFacts facts =
        parseProbe(TestNode::frame(name, body, status), TestNode::frame(name, err, status), false, nonce, {section});
    return {facts.seen.contains(section), facts.tables.value(section), facts.unseen};
}

/// "key | field=value field=value", line by line
inline QStringList lines(const FactTable& table)
{
    QStringList all;
    for (auto row = table.cbegin(); row != table.cend(); ++row) {
        QStringList fields;
        for (auto field = row->fields.cbegin(); field != row->fields.cend(); ++field)
            fields.append(QString(field.key() + u'=' + field.value()));
        all.append(QString(displayText(row.key()) + u" | " + fields.join(u' ')));
    }
    return all;
}

inline QStringList expected(std::initializer_list<const char*> texts)
{
    QStringList all;
    for (const char* one : texts)
        all.append(QString::fromUtf8(one));
    return all;
}

} // namespace snowmelt::testing
