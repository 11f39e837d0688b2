using System.Globalization;

namespace MlMaths.Torch.Diagnosis;

/// <summary>Numbers inside a sentence: three digits, whatever their size.</summary>
internal static class InWords
{
    public static string Number(double number) =>
        number.ToString("G3", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
