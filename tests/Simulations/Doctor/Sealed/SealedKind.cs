using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Simulations;

/// <summary>How new a kind is to the doctor.</summary>
public enum KindOrigin
{
    /// <summary>A kind that the rules were tuned with, or whose rates were known before they were made, drawn with another seed.</summary>
    Own,

    /// <summary>A fault that the rules know, on rows that they do not.</summary>
    LaterRows,

    /// <summary>An operator, or settings by chance, that no rule was tuned with.</summary>
    LaterOperator,
}

/// <summary>Which kinds are drawn.</summary>
public enum TrialSet
{
    /// <summary>Kinds that rules may be tuned with.</summary>
    Open,

    /// <summary>Those, and a few that are looked at when rules are chosen.</summary>
    Validation,

    /// <summary>Those that may be tuned with, and others that no rule was made or chosen with.</summary>
    Sealed,
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

/// <summary>A kind of a set of trials.</summary>
/// <param name="Kind">Draws trainings.</param>
/// <param name="Origin">How new it is.</param>
public sealed record SealedKind(DoctorKind Kind, KindOrigin Origin)
{
    private const int Cycle = 8, PlaceOfTwo = 7;

    private static readonly SealedKind[] Sound = Known(SoundTrainings.All, LaterSound.All);

    private static readonly SealedKind[] Faulty = Known(
        FaultyTrainings.All,
        [.. LaterFaults.Operators.Zip(LaterFaults.OnLaterSets).SelectMany(both => new[] { both.First, both.Second })]);

    private static readonly Dictionary<TrialSet, (SealedKind[] Sound, SealedKind[] Faulty)> Kinds = new()
    {
        [TrialSet.Open] = (Sound, Faulty),
        [TrialSet.Validation] = (
            ByTurns(Sound, OfOrigin(UnseenSound.ForValidation, KindOrigin.LaterOperator)),
            ByTurns(Faulty, OfOrigin(UnseenFaults.ForValidation, KindOrigin.LaterOperator))),
        [TrialSet.Sealed] = (
            ByTurns(Sound, ByTurns(
                OfOrigin(UnseenSound.Settings, KindOrigin.LaterOperator), OfOrigin(UnseenSound.OnUnseenSets, KindOrigin.LaterRows))),
            ByTurns(Faulty, ByTurns(
                OfOrigin(UnseenFaults.OnUnseenSets, KindOrigin.LaterRows), OfOrigin(UnseenFaults.Operators, KindOrigin.LaterOperator)))),
    };

    /// <summary>Which eight a trial belongs to.</summary>
    public static int CycleOf(int trial) => trial / Cycle;

    /// <summary>Of eight trials four are meant to be sound, three have one fault and one has two.</summary>
    public static TrialKind MeantBy(int trial) =>
        trial % Cycle == PlaceOfTwo ? TrialKind.TwoFaults : trial % 2 == 0 ? TrialKind.Sound : TrialKind.Faulty;

    /// <summary>The kind of a trial that has no two faults; all kinds of the set take turns.</summary>
    public static SealedKind Of(TrialSet set, int trial)
    {
        int cycle = trial / Cycle, place = trial % Cycle / 2;
        (SealedKind[] sound, SealedKind[] faulty) = Kinds[set];
        return trial % 2 == 0 ? sound[(4 * cycle + place) % sound.Length] : faulty[(3 * cycle + place) % faulty.Length];
    }

    private static SealedKind[] Known(IReadOnlyList<DoctorKind> first, IReadOnlyList<DoctorKind> second) =>
        ByTurns(OfOrigin(first, KindOrigin.Own), OfOrigin(second, KindOrigin.Own));

    private static SealedKind[] OfOrigin(IReadOnlyList<DoctorKind> kinds, KindOrigin origin) =>
        [.. kinds.Select(kind => new SealedKind(kind, origin))];

    private static SealedKind[] ByTurns(SealedKind[] first, SealedKind[] second)
    {
        (SealedKind[] more, SealedKind[] fewer) = first.Length >= second.Length ? (first, second) : (second, first);
        return
        [
            .. more.Index().SelectMany(one => new[] { one.Item }.Concat(
                fewer[(one.Index * fewer.Length / more.Length)..((one.Index + 1) * fewer.Length / more.Length)])),
        ];
    }
}
