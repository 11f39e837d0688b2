using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>How new a kind is to the doctor.</summary>
public enum KindOrigin
{
    /// <summary>A kind that the rules were tuned with, drawn with a seed that they were not.</summary>
    Own,

    /// <summary>A fault that the rules know, on rows that they do not.</summary>
    LaterRows,

    /// <summary>An operator, or settings by chance, that no rule was tuned with.</summary>
    LaterOperator,
}

/// <summary>What is meant by a trial.</summary>
public enum TrialKind
{
    /// <summary>Nothing is wrong.</summary>
    Sound,

    /// <summary>One thing is.</summary>
    Faulty,

    /// <summary>Two are.</summary>
    TwoFaults,
}

/// <summary>A kind of the sealed set.</summary>
/// <param name="Kind">Draws trainings.</param>
/// <param name="Origin">How new it is.</param>
public sealed record SealedKind(DoctorKind Kind, KindOrigin Origin)
{
    private const int Cycle = 8, PlaceOfTwo = 7;

    private static readonly SealedKind[] Sound =
    [
        .. ByTurns(
            [.. SoundTrainings.All.Select(kind => new SealedKind(kind, KindOrigin.Own))],
            [
                .. LaterSound.All.Select(kind => new SealedKind(
                    kind, kind.Name.StartsWith("later", StringComparison.Ordinal) ? KindOrigin.LaterRows : KindOrigin.LaterOperator)),
            ]),
    ];

    private static readonly SealedKind[] Faulty =
    [
        .. ByTurns(
            [.. FaultyTrainings.All.Select(kind => new SealedKind(kind, KindOrigin.Own))],
            [
                .. LaterFaults.Operators.Zip(LaterFaults.OnLaterSets, (operation, known) => new SealedKind[]
                {
                    new(operation, KindOrigin.LaterOperator), new(known, KindOrigin.LaterRows),
                }).SelectMany(both => both),
            ]),
    ];

    /// <summary>Of eight trials four are meant to be sound, three have one fault and one has two.</summary>
    public static TrialKind MeantBy(int trial) =>
        trial % Cycle == PlaceOfTwo ? TrialKind.TwoFaults : trial % 2 == 0 ? TrialKind.Sound : TrialKind.Faulty;

    /// <summary>The kind of a trial that has no two faults; all kinds take turns.</summary>
    public static SealedKind Of(int trial)
    {
        int cycle = trial / Cycle, place = trial % Cycle / 2;
        return trial % 2 == 0 ? Sound[(4 * cycle + place) % Sound.Length] : Faulty[(3 * cycle + place) % Faulty.Length];
    }

    private static IEnumerable<SealedKind> ByTurns(SealedKind[] first, SealedKind[] second)
    {
        (SealedKind[] more, SealedKind[] fewer) = first.Length >= second.Length ? (first, second) : (second, first);
        for (int place = 0; place < more.Length; place++)
        {
            yield return more[place];
            int from = place * fewer.Length / more.Length, to = (place + 1) * fewer.Length / more.Length;
            foreach (SealedKind one in fewer[from..to])
                yield return one;
        }
    }
}
