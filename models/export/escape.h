// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A name may hold anything that Unicode has. Each of these makes a text that the format shows as it is and never
/// obeys; control characters, lone surrogates and marks that turn the direction of text become "\x1b".
namespace snowmelt::escape {

QString visible(const QString& text);
/// With "…" in its middle when it is longer: a name of 200 characters would push everything else off the page.
QString shortened(const QString& text, int most);

QString html(const QString& text);     ///< inside an element or an attribute
QString mermaid(const QString& text);  ///< inside "…" of a flowchart
QString dot(const QString& text);      ///< inside "…"
QString markdown(const QString& text); ///< in a paragraph, a heading or a cell
QString yaml(const QString& text);     ///< inside "…"

} // namespace snowmelt::escape
