// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace snowmelt {

/// Keys strong and comments faint: hue always means something, so there is none.
class YamlColours final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit YamlColours(QTextDocument* document);
    void setInks(const QColor& strong, const QColor& faint);

protected:
    void highlightBlock(const QString& text) override;

private:
    QTextCharFormat m_key;
    QTextCharFormat m_comment;
};

} // namespace snowmelt
