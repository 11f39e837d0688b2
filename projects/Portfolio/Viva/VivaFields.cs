using System.Text.Json;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>
/// The fields of a page of questions, and what its script marks them by. The script shows the fields; without one they stay hidden.
/// </summary>
internal static class VivaFields
{
    private static readonly Lazy<string> Read = new(() =>
    {
        using Stream file = typeof(VivaFields).Assembly.GetManifestResourceStream("Viva/viva.js")
            ?? throw new InvalidOperationException("The script Viva/viva.js is not part of this build.");
        using StreamReader reader = new(file);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    });

    /// <summary>The one script of the page.</summary>
    public static string Script => Read.Value;

    /// <summary>Where one answers. The script numbers the fields in the order of the questions that are marked.</summary>
    public const string Field = """
        <div class="viva-answer" hidden><label>Your answer
        <input type="text" autocomplete="off" autocapitalize="off" spellcheck="false"></label>
        <button type="button">Mark it</button><p role="status" aria-live="polite"></p></div>
        """;

    /// <summary>Whether a script can mark it: free text nobody grades.</summary>
    public static bool IsMarked(Question question) => question.Key is not TextKey;

    /// <summary>The end of the page, and the keys.</summary>
    public static string Summary(IReadOnlyList<AskedQuestion> asked) => $"""
        <section id="viva-summary" aria-label="How it went" hidden>
        <h2>How it went</h2>
        <h3>What I can defend</h3>
        <ul id="viva-defended"></ul>
        <h3>What to read again</h3>
        <ul id="viva-again"></ul>
        </section>
        <script type="application/json" id="viva-data">{JsonSerializer.Serialize(asked.Index()
            .Where(one => IsMarked(one.Item.Question)).Select(one => Data(one.Index + 1, one.Item)))}</script>
        """;

    private static Dictionary<string, object?> Data(int number, AskedQuestion asked)
    {
        Dictionary<string, object?> data = new()
        {
            ["number"] = number,
            ["title"] = asked.Template.Heading,
            ["again"] = CommandSet.Typed(asked.Template.Again),
            ["kind"] = asked.Question.Key.Kind,
            ["wanted"] = asked.Question.Key.Wanted,
        };
        switch (asked.Question.Key)
        {
            case NumberKey key:
                data["value"] = key.Value;
                data["allowed"] = key.Allowed;
                data["closeness"] = $"{key.Closeness}";
                data["whole"] = key.Whole;
                data["mistakes"] = key.Mistakes.Select(one => new
                {
                    says = one.Says,
                    value = one.Value,
                    allowed = key.Closeness.Allowed(one.Value),
                });
                break;
            case ShapeKey key:
                data["shape"] = key.Shape;
                break;
            case ChoiceKey key:
                (data["choices"], data["place"]) = (key.Choices.Count, key.Place);
                break;
        }

        return data;
    }
}
