namespace MlMaths.Torch.Exercises.Learn.Exercise01;

/// <summary>Exercise 1: properties of a cosine, and of the rows that are nearest by it.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        1, "CosineSimilarity", "Cosine similarity: how alike are two vectors?", Week: 1,
        [
            new("Write Between(x, y) and Nearest(rows, self, k).", [BetweenTask.Ordinary, NearestTask.Task]),
            new("Between must hold for entries of 1e±200, and say where it is not defined.", [BetweenTask.Extreme]),
        ])
    {
        Drawing = Lessons.FirstDrawings.Cosine,
        Prediction = new(
            "Two vectors of 300 numbers, each drawn at random around 0. What is their cosine, about?",
            ["near 1", "near 0", "near −1", "anything"], NearestTask.CosineOfDrawnVectors),
        InterviewQuestion =
            "Two documents have cosine 0.9 and Euclidean distance 40. Are they alike? What would you look at to decide?",
    };
}
