// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/cuts.h"
#include "models/editing/edit.h"
#include "models/editing/hand.h"

namespace snowmelt::editing {

/// A key with its value, before it is written in a text's hand.
struct Field
{
    enum class Kind { Text, Number, List, Mapping };
    QString key;
    Kind kind = Kind::Text;
    QString text{};        ///< Text, Number
    QStringList items{};   ///< List
    QList<Field> fields{}; ///< Mapping
};

/// A part as the blueprint says it; what is as by default is left out.
QList<Field> fieldsOf(const Balancer& balancer);
QList<Field> fieldsOf(const Group& group);
QList<Field> fieldsOf(const Database& database);
QList<Field> fieldsOf(const Cache& cache);

Field textField(const QString& key, const QString& text);
Field listField(const QString& key, const QStringList& items);

/// One field of a part: "uses: [orders]".
Piece pieceOf(const Field& field, const Hand& hand);
/// One item of a list.
Piece pieceOf(const QString& item, char quote);
/// A whole part.
Piece pieceOf(const QString& name, const QList<Field>& fields, const Hand& hand);
/// A section that the text does not have yet, with its first part.
Piece sectionOf(const QString& section, const Piece& part, char keyQuote, int step);

} // namespace snowmelt::editing
