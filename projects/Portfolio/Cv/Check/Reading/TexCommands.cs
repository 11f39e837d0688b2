namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>The commands of TeX that a CV has, and what they stand for.</summary>
internal static class TexCommands
{
    /// <summary>Signs that a backslash makes of themselves.</summary>
    public const string Signs = "%&#_${}";

    /// <summary>Commands that begin a section.</summary>
    public static readonly HashSet<string> Headings =
        new(["part", "chapter", "section", "subsection", "subsubsection", "paragraph", "cvsection", "cvsubsection"]);

    /// <summary>Commands that set the page and say nothing: they are left out with their arguments.</summary>
    public static readonly HashSet<string> Settings = new(
    [
        "documentclass", "usepackage", "begin", "end", "pagestyle", "thispagestyle", "geometry", "vspace", "hspace", "setlength",
        "addtolength", "newcommand", "renewcommand", "setcounter", "label", "includegraphics", "input", "include", "bibliographystyle",
        "definecolor", "color", "hypersetup", "titleformat", "titlespacing", "fontsize", "setlist", "moderncvstyle", "moderncvcolor",
    ]);

    /// <summary>What stands for a sign, or for blank.</summary>
    public static readonly Dictionary<string, string> Plain = new()
    {
        ["item"] = "- ",
        ["mu"] = "µ",
        ["textmu"] = "µ",
        ["micro"] = "µ",
        ["pm"] = "±",
        ["times"] = "×",
        ["cdot"] = "·",
        ["approx"] = "≈",
        ["sim"] = "~",
        ["leq"] = "≤",
        ["le"] = "≤",
        ["geq"] = "≥",
        ["ge"] = "≥",
        ["to"] = "→",
        ["rightarrow"] = "→",
        ["Rightarrow"] = "→",
        ["longrightarrow"] = "→",
        ["textrightarrow"] = "→",
        ["pounds"] = "£",
        ["textsterling"] = "£",
        ["euro"] = "€",
        ["texteuro"] = "€",
        ["EUR"] = "€",
        ["dots"] = "…",
        ["ldots"] = "…",
        ["lambda"] = "λ",
        ["eta"] = "η",
        ["beta"] = "β",
        ["alpha"] = "α",
        ["sigma"] = "σ",
        ["Delta"] = "Δ",
        ["percent"] = "%",
        ["textpercent"] = "%",
        ["textminus"] = "−",
        ["textendash"] = "–",
        ["textemdash"] = "—",
        ["textbullet"] = "•",
        ["textasciitilde"] = "~",
        ["textless"] = "<",
        ["textgreater"] = ">",
        ["quad"] = " ",
        ["qquad"] = " ",
        ["thinspace"] = " ",
        ["newline"] = " ",
        ["textbackslash"] = " ",
        ["hfill"] = " ",
        ["par"] = " ",
        ["ll"] = "<",
        ["gg"] = ">",
        ["lt"] = "<",
        ["gt"] = ">",
    };
}
