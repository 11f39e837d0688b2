namespace MlMaths.Torch.Data;

/// <summary>A column of new rows that is not quite as those of the training.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Missing">Rows without a value, which was filled.</param>
/// <param name="TellsMissing">Whether the model was trained with rows in which it is missing.</param>
public sealed record AppliedColumn(string Column, int Missing, bool TellsMissing)
{
    /// <summary>Levels that are not spelt as one of the training rows, the most frequent first.</summary>
    public IReadOnlyList<StrangeLevel> Levels { get; init; } = [];

    /// <summary>Whether its numbers are days since the start of 1970.</summary>
    internal bool IsDate { get; init; }

    /// <summary>Numbers beyond those of the training rows; null where there are none.</summary>
    public OutsideNumbers? Outside { get; init; }

    /// <summary>
    /// A number of it as a sentence says it: a day as 2026-01-31, a year without a comma; NaN and infinite numbers are <c>not defined</c>.
    /// </summary>
    public string Shown(double number) => IsDate ? DateNotation.DayText(number) : YearNumbers.Or(number, Column, one => NumberText.Of(one));
}

/// <summary>A level of new rows that is not spelt as one of the training rows.</summary>
/// <param name="Level">As the file has it.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="TakenAs">What the model was told instead, as a sentence says it.</param>
/// <param name="IsRespelt">Whether it is a level of the training rows, but for capitals.</param>
public sealed record StrangeLevel(string Level, int Rows, string TakenAs, bool IsRespelt)
{
    /// <summary>Levels of the training rows that only capitals tell from it, where they are several.</summary>
    public IReadOnlyList<string> MayBe { get; init; } = [];
}

/// <summary>Numbers of new rows below the lowest or above the highest of the training rows.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Lowest">Of the training rows.</param>
/// <param name="Highest">Of the training rows.</param>
/// <param name="Farthest">The one that lies farthest off.</param>
public sealed record OutsideNumbers(int Rows, double Lowest, double Highest, double Farthest)
{
    /// <summary>Those of some rows; null where there are none, or nobody knows the ends.</summary>
    internal static OutsideNumbers? In(double[] numbers, int[] rows, (double Lowest, double Highest)? ends)
    {
        if (ends is not var (low, high)) return null;
        double[] beyond = [.. rows.Select(row => numbers[row]).Where(number => number < low || number > high)];
        return beyond.Length == 0 ? null : new(beyond.Length, low, high, beyond.MaxBy(number => Math.Max(low - number, number - high)));
    }
}
