using Markdig.Helpers;

namespace MlMaths.Torch.Reporting;

/// <summary>A word of the field, as the glossary explains it; plain text, without any markup.</summary>
/// <param name="Name">As a sentence would write it: in lower case, unless it is a name.</param>
/// <param name="OtherForms">What else it is called, in the same spelling.</param>
/// <param name="WhatItIs">One sentence.</param>
/// <param name="WhatFor">One sentence: its use, or its trap.</param>
/// <param name="Room">Folder of the library, from its root.</param>
/// <param name="Type">The type to open first.</param>
/// <param name="Source">Author, year, title.</param>
internal sealed record GlossaryTerm(
    string Name, IReadOnlyList<string> OtherForms, string WhatItIs, string WhatFor,
    string Room, string Type, string Source)
{
    /// <summary>The name of the heading above its note, as code hosts make it and we do.</summary>
    public string Anchor { get; } = AnchorOf(Name);

    /// <summary>All that stands for it in a text, plurals included.</summary>
    public IEnumerable<string> Forms => OtherForms.Prepend(Name).SelectMany(WithPlural);

    /// <summary>What a link to a heading ends with.</summary>
    public static string AnchorOf(string heading) => LinkHelper.UrilizeAsGfm(heading);

    private static string[] WithPlural(string form) =>
        char.IsLetter(form[^1]) && form[^1] != 's' ? [form, form + "s"] : [form];
}
