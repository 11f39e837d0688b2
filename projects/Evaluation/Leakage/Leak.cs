using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>A mistake that lets a model see what it is judged by, and the same evaluation without the mistake.</summary>
/// <param name="Id">In measurements: <c>selection</c>.</param>
/// <param name="Name">In figures and tables, in a few short words: <c>columns chosen first</c>.</param>
internal abstract record Leak(string Id, string Name)
{
    /// <summary>What is in the world, and what the model tries.</summary>
    public abstract string World { get; }

    /// <summary>The line that makes the mistake.</summary>
    public abstract string Mistake { get; }

    /// <summary>The line that mends it.</summary>
    public abstract string Fix { get; }

    /// <summary>Why the mistake flatters, where it does.</summary>
    public abstract string Why { get; }

    /// <summary>Which check looks for it; null where no look at rows shows it.</summary>
    public virtual LeakageKind? Check => null;

    /// <summary>Draws a world, and evaluates one way of fitting on it with the leak and without.</summary>
    public abstract LeakScores In(int seed);
}

/// <summary>ROC areas of one way of fitting in one world.</summary>
/// <param name="Inflated">As an evaluation with the leak has it.</param>
/// <param name="Honest">As one without it has it, on the same held-out rows.</param>
/// <param name="Truth">On fresh rows.</param>
internal sealed record LeakScores(double Inflated, double Honest, double Truth)
{
    /// <summary>Whether the check for this leak finds it in the rows, or hints at it; null where it is in the code alone.</summary>
    public bool? IsFound { get; init; }

    /// <summary>Averages over the turns of a cross-validation; turns in which a class is missing count in none of the three.</summary>
    /// <param name="world">The rows.</param>
    /// <param name="turns">Who trains, who is judged.</param>
    /// <param name="inflated">Probabilities of a turn's held-out rows, with the leak.</param>
    /// <param name="honest">The same without it, followed by those of the fresh rows.</param>
    public static LeakScores Over(
        DrawnWorld world, IEnumerable<Turn> turns, Func<Turn, double[]> inflated, Func<Turn, int[], double[]> honest)
    {
        List<LeakScores> each = [];
        int[] fresh = [.. world.Fresh];
        foreach (Turn turn in turns)
        {
            double[] without = honest(turn, [.. turn.HeldOut, .. fresh]);
            if (world.Area(turn.HeldOut, inflated(turn)) is double flattered
                && world.Area(turn.HeldOut, without.AsSpan(0, turn.HeldOut.Length)) is double mended
                && world.Area(fresh, without.AsSpan(turn.HeldOut.Length)) is double truth)
            {
                each.Add(new(flattered, mended, truth));
            }
        }

        return new(each.Average(one => one.Inflated), each.Average(one => one.Honest), each.Average(one => one.Truth));
    }
}
