using System.Text;

namespace MlMaths.Torch.Calculus;

/// <summary>The names of mistakes.</summary>
public static class MistakeWords
{
    /// <summary>Stays the same for programs that read it: <c>missing-share</c>.</summary>
    public static string IdOf(Mistake mistake)
    {
        var id = new StringBuilder();
        foreach (char letter in mistake.ToString())
        {
            if (char.IsUpper(letter) && id.Length > 0) id.Append('-');
            id.Append(char.ToLowerInvariant(letter));
        }
        return id.ToString();
    }

    /// <summary>As short as a row of a table needs it.</summary>
    public static string InATable(Mistake mistake) => mistake switch
    {
        Mistake.MissingShare => "missing 1/n",
        Mistake.ExtraShare => "extra 1/n",
        Mistake.FactorTwo => "factor 2",
        Mistake.ForgottenPath => "path left out",
        Mistake.ForgottenFactor => "factor left out",
        Mistake.ForgottenSum => "sum left out",
        Mistake.PenalisedBias => "λ on the bias",
        Mistake.NeighbouringLayer => "next layer's",
        Mistake.SwappedOutputs => "outputs swapped",
        Mistake.SummedToOne => "all summed",
        _ => IdOf(mistake).Replace('-', ' '),
    };
}
