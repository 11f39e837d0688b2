using System.Text.Json;
using System.Text.RegularExpressions;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>
/// What <c>results.json</c> and <c>command.json</c> say beside the measurements, held against those of the repetition: seed, device,
/// data, options, command, stages. What tells when, where and how fast it ran is no part of it.
/// </summary>
internal static partial class RecordedFields
{
    private const string Results = "results.json", Command = "command.json", Data = "data", Options = "options", Stages = "stages";

    // Where a run wrote to, how much it said, and from where its table was read.
    private static readonly string[] OfThePlace = ["out", "quiet", "verbose", "resume", "data"];

    private static readonly string[] Plain = ["schema", "project", "status", "seed", "device"];

    /// <summary>The fields that differ, as clauses: <c>seed is 8, and the repetition says 7</c>.</summary>
    /// <param name="then">The run.</param>
    /// <param name="now">Its repetition.</param>
    /// <param name="isSameCard">Whether both machines have the same graphics card: another one may be another device.</param>
    public static IReadOnlyList<string> Differing(FinishedRun then, FinishedRun now, bool isSameCard)
    {
        List<string> differing = [];
        foreach (string file in new[] { Results, Command })
        {
            using JsonDocument first = Read(then, file), second = Read(now, file);
            string of = file == Results ? "" : $"{file}: ";
            foreach (string name in Plain.Where(name => isSameCard || name != "device"))
                Compare(differing, $"{of}{name}", Field(first.RootElement, name), Field(second.RootElement, name));
            foreach (string name in Names(first.RootElement, Data).Union(Names(second.RootElement, Data)))
            {
                Compare(differing, $"{of}{Data}.{name}", Field(Field(first.RootElement, Data), name),
                    Field(Field(second.RootElement, Data), name));
            }

            // An option that this version has and the run's had not is no difference.
            foreach (string name in Names(first.RootElement, Options).Except(OfThePlace))
            {
                if (Field(Field(second.RootElement, Options), name) is { } value)
                    Compare(differing, $"{of}{Options}.{name}", Field(Field(first.RootElement, Options), name), value);
            }

            if (file == Results && isSameCard && !StageNames(first.RootElement).SequenceEqual(StageNames(second.RootElement)))
                differing.Add("the names of its stages are not those of the repetition");
        }

        if (Typed(then) is var typed && typed != Typed(now))
            differing.Add($"command is {Quoted.Value(typed)}, and what was repeated is {Quoted.Value(Typed(now))}");
        return differing;
    }

    private static void Compare(List<string> differing, string name, JsonElement? then, JsonElement? now)
    {
        if (Text(then) is var first && Text(now) is var second && first != second)
            differing.Add($"{name} is {Quoted.Value(first)}, and the repetition says {Quoted.Value(second)}");
    }

    private static string Text(JsonElement? field) =>
        field is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } known ? "nothing" : known.ToString();

    private static JsonElement? Field(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out JsonElement field) ? field : null;

    private static IEnumerable<string> Names(JsonElement of, string name) =>
        Field(of, name) is { ValueKind: JsonValueKind.Object } known ? known.EnumerateObject().Select(one => one.Name) : [];

    private static IEnumerable<string> StageNames(JsonElement of) => Field(of, Stages) is { ValueKind: JsonValueKind.Array } stages
        ? stages.EnumerateArray().Select(one => Text(Field(one, "name"))).Order(StringComparer.Ordinal)
        : [];

    private static JsonDocument Read(FinishedRun run, string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(Path.Combine(run.Folder, file)));
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{Quoted.Path(Path.Combine(run.Folder, file))} cannot be read: {cause.Message}");
        }
    }

    // The command without its launcher, and without what it said of the place; the table is compared by its bytes.
    private static string Typed(FinishedRun run)
    {
        string launcher = RepeatedCommand.LauncherOf(run.Command) ?? "";
        string words = Place().Replace(run.Command[Math.Max(0, run.Command.IndexOf($" {run.Verb}", StringComparison.Ordinal))..], "");
        return launcher.Length == 0 ? run.Command : Spaces().Replace(words, " ").Trim();
    }

    [GeneratedRegex(@"\s--(?:quiet|verbose)(?=\s|$)|\s--(?:out|data)(?:[ =:])"
        + @"(?:'(?:[^']|'\\'')*'|""[^""]*""|\S+)|\s'--(?:out|data)=[^']*'")]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
