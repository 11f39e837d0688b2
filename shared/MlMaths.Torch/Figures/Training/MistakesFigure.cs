namespace MlMaths.Torch.Figures;

/// <summary>The pictures that a model was surest about, and wrong: what it is, what it was called, and how sure the model was.</summary>
public static class MistakesFigure
{
    private const float WidestClass = 56, Widest = 190;

    /// <summary>Draws the pictures row by row, in the order given.</summary>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="side">Pixels of a picture's side.</param>
    /// <param name="mistakes">
    /// Each picture's pixels, row by row from above, 0 for the page and the more the darker, all in one unit; its class, the class that
    /// it was called, and the probability of the call.
    /// </param>
    /// <param name="perRow">How many stand side by side.</param>
    public static Figure Draw(
        string name, int side, IReadOnlyList<(double[] Pixels, string True, string Called, double Probability)> mistakes,
        int perRow)
    {
        double low = mistakes.SelectMany(mistake => mistake.Pixels).Append(0).Min(),
            high = mistakes.SelectMany(mistake => mistake.Pixels).DefaultIfEmpty(1).Max();
        CaptionedImage[] images = [.. mistakes.Select(mistake => new CaptionedImage(
            Square(mistake.Pixels, side, low, high > low ? high : low + 1),
            Caption(Shortened(mistake.True), Shortened(mistake.Called), mistake.Probability)))];
        float room = images.Select(image => FigureFont.Width(image.Caption, Sheet.TextSize) + 10)
            .Append(DigitGridFigure.NarrowestCaption)
            .Max();
        return DigitGridFigure.Draw(images, perRow, name, Math.Min(room, Widest), mistakes.Count == 0
            ? "There is no mistake to show."
            : $"{Counted.Of(mistakes.Count, "picture")} predicted wrongly: "
                + $"{string.Join("; ", mistakes.Select(mistake => Caption(mistake.True, mistake.Called, mistake.Probability)))}.");
    }

    private static string Caption(string truth, string called, double probability) =>
        $"{truth} predicted as {called}, p = {NumberText.Fixed(probability, 2)}";

    private static string Shortened(string name) => FigureFont.Fit(name, Sheet.TextSize, WidestClass);

    private static double[,] Square(double[] pixels, int side, double low, double high)
    {
        if (pixels.Length != side * side)
        {
            throw new ArgumentException(
                $"A picture of {side} by {side} pixels has {side * side} of them, "
                + $"and one was given with {pixels.Length}.",
                nameof(pixels));
        }
        double[,] square = new double[side, side];
        for (int i = 0; i < pixels.Length; i++) square[i / side, i % side] = (pixels[i] - low) / (high - low);
        return square;
    }
}
