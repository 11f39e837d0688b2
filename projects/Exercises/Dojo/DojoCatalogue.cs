using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlMaths.Torch.Doctor;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>The cases in <c>Dojo/Cases</c>, a file each, from the one that is easiest to see on.</summary>
internal static class DojoCatalogue
{
    private const string Folder = "Dojo/", Ending = ".json";

    private static readonly Lazy<IReadOnlyList<DojoCase>> Read = new(() => [.. Files().Select(Of)]);

    /// <summary>In their order.</summary>
    public static IReadOnlyList<DojoCase> All => Read.Value;

    private static IEnumerable<string> Files() => typeof(DojoCatalogue).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static DojoCase Of(string name, int place)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        CaseFile file = JsonSerializer.Deserialize<CaseFile>(stream, BenchWire.Json)!;
        bool isSound = file.Causes.Count == 0;
        DojoChoice[] right = isSound ? [] : [new(file.Says!, [.. file.Causes.Select(Names)], IsRight: true)];
        return new(
            name[Folder.Length..^Ending.Length], (place + 1).ToString(CultureInfo.InvariantCulture), file.Title, file.Seed,
            TrainingSpec.Parse(file.Spec.ToJsonString(), name))
        {
            Source = file.Source,
            Faults = [.. file.Causes.Select(Names)],
            Twin = TypedChanges.Read(file.Twin),
            Also = file.Also,
            Choices = DojoCase.Shuffled([.. right, .. file.Wrong.Select(Wrong), DojoChoice.None(isSound)], file.Seed),
            Hints = file.Hints,
            Story = file.Story,
        };
    }

    private static DojoChoice Wrong(WrongAnswer one) => new(one.Says, [.. one.Cause.Split('+').Select(Names)], IsRight: false)
    {
        Try = one.Try,
        Because = one.Because,
    };

    private static string[] Names(string cause) => cause.Split('|');

    /// <summary>A case as its file has it.</summary>
    private sealed record CaseFile(
        string Title, string Source, int Seed, JsonObject Spec, IReadOnlyList<string> Causes, string? Says, string Twin,
        IReadOnlyList<string> Also, IReadOnlyList<WrongAnswer> Wrong, IReadOnlyList<string> Hints, string Story);

    /// <summary>A wrong answer: what one would change if it were that, and how one can tell that it is not.</summary>
    private sealed record WrongAnswer(string Cause, string Says, string Try, string Because);
}
