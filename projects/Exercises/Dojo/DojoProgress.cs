using System.Text.Json;
using System.Text.Json.Serialization;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>How far a learner is with one broken training.</summary>
/// <param name="IsCauseFound">Whether what is wrong was named.</param>
/// <param name="IsFixed">Whether a change won back enough.</param>
/// <param name="IsSolved">Both; or that nothing is wrong was seen.</param>
/// <param name="HasGivenUp">Whether the answer was told.</param>
/// <param name="WrongCauses">Answers that were not it.</param>
/// <param name="VainFixes">Changes that won back too little.</param>
/// <param name="HintsUsed">How many hints were looked at.</param>
/// <param name="Seconds">Spent on it at a keyboard.</param>
internal sealed record CaseProgress(
    bool IsCauseFound = false, bool IsFixed = false, bool IsSolved = false, bool HasGivenUp = false, int WrongCauses = 0,
    int VainFixes = 0, int HintsUsed = 0, double Seconds = 0)
{
    /// <summary>Of a training that was solved at the first go.</summary>
    public const int MostPoints = 10;

    private const int WrongCauseCosts = 2, SecondsForAPoint = 300;

    /// <summary>How the points come about.</summary>
    public const string Rule =
        "10 points; less 2 for a wrong cause, 1 for a fix that wins back too little, 1 for a hint, 1 for every five minutes; at least 1.";

    /// <summary>1 to 10 where it is solved; else 0.</summary>
    [JsonIgnore]
    public int Points => IsSolved && !HasGivenUp
        ? (int)Math.Clamp(MostPoints - Costs, 1, MostPoints)
        : 0;

    private double Costs => WrongCauseCosts * (double)WrongCauses + VainFixes + HintsUsed + Math.Floor(Seconds / SecondsForAPoint);

    /// <summary>Whether nothing that is done counts any more.</summary>
    [JsonIgnore]
    public bool IsOver => IsSolved || HasGivenUp;

    /// <summary>Guesses of both kinds that did not count.</summary>
    [JsonIgnore]
    public int Guesses => WrongCauses + VainFixes;
}

/// <summary>How far a learner is in the dojo: a small file among their own, replaced as a whole.</summary>
/// <param name="Cases">By their keys.</param>
internal sealed record DojoProgress(IReadOnlyDictionary<string, CaseProgress> Cases)
{
    private const string Name = "dojo/progress.json";

    public CaseProgress this[DojoCase one] => Cases.GetValueOrDefault(one.Key) ?? new();

    /// <summary>Trainings of the catalogue that are solved.</summary>
    [JsonIgnore]
    public int Solved => DojoCatalogue.All.Count(one => this[one].IsSolved);

    /// <summary>The first of the catalogue that is not over; the last where all are.</summary>
    [JsonIgnore]
    public DojoCase Next => DojoCatalogue.All.FirstOrDefault(one => !this[one].IsOver) ?? DojoCatalogue.All[^1];

    public DojoProgress With(DojoCase one, CaseProgress progress) =>
        new(new Dictionary<string, CaseProgress>(Cases) { [one.Key] = progress });

    /// <summary>As it stands in the learner's folder; a file that is none is kept aside, which is said, and a new one begun.</summary>
    public static DojoProgress In(WorkFolder work, Action<string> say)
    {
        string file = work.PathOf(Name);
        if (!File.Exists(file)) return Empty;
        if (Parsed(WorkFolder.Read(file)) is { } read) return read;
        say($"{Quoted.Path(file)} is not the file that 'dojo' wrote: it is kept as {Quoted.Path(work.SetAside(Name)!)}, and a new one is "
            + "begun.");
        return Empty;
    }

    /// <summary>The same for who only looks: null where the file is none.</summary>
    public static DojoProgress? Seen(WorkFolder work) =>
        File.Exists(work.PathOf(Name)) ? Parsed(WorkFolder.Read(work.PathOf(Name))) : Empty;

    /// <summary>Puts it into the learner's folder.</summary>
    public void Keep(WorkFolder work) => work.Replace(Name, JsonSerializer.Serialize(this, BenchWire.Json));

    private static DojoProgress Empty { get; } = new(new Dictionary<string, CaseProgress>());

    private static DojoProgress? Parsed(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<DojoProgress>(text, BenchWire.Json) is { Cases: { } cases } read
                && cases.Values.All(one => one is { WrongCauses: >= 0, VainFixes: >= 0, HintsUsed: >= 0, Seconds: >= 0 })
                    ? read
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
