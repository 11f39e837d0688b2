using MlMaths.Torch.Portfolio.Viva.Keys;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>A question that an interviewer may ask about a run: what it needs of the run, and how it is made from its numbers.</summary>
/// <param name="Id">The command of the run and a name: <c>decision.base-rate</c>.</param>
/// <param name="Area">Of the maths.</param>
/// <param name="Week">Of the six.</param>
/// <param name="Level">1: read off and say; 2: one formula; 3: two ideas together.</param>
/// <param name="Again">Where to read it again: what one types behind the launcher.</param>
/// <param name="Needs">Ids of measurements that must have a value.</param>
/// <param name="Ask">Makes the question; null where it would not be a fair one for this run.</param>
internal sealed record Template(
    string Id, Area Area, int Week, int Level, string Again, IReadOnlyList<string> Needs, Func<AskedRun, Question?> Ask)
{
    /// <summary>The command whose runs it is about.</summary>
    public string Verb => Id[..Id.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>What stands above it: its area of the maths and its week.</summary>
    public string Heading => $"{Capital.First(Area.Name())}, week {Week}";

    /// <summary>The question for a run; null where the run has not measured what it needs.</summary>
    /// <param name="run">Of any command.</param>
    /// <param name="seed">Decides what the question draws; the same for the same seed, whatever else is asked.</param>
    public Question? For(FinishedRun run, int seed)
    {
        if (run.Verb != Verb) return null;
        int place = TemplateCatalogue.All.TakeWhile(one => one != this).Count();
        AskedRun asked = new(run, Seeds.Generator(seed, DrawnFor.Checks, place));
        if (!Needs.All(asked.Has)) return null;
        // With numbers on which a typical mistake comes to the same, rounded, nobody can tell who knows.
        return Ask(asked) is { Key: not NumberKey { IsTelling: false } } question ? question : null;
    }
}
