import { z } from 'zod'
import type { Route } from './route.ts'

/** The API's description in OpenAPI 3.1, made from the routes' own schemas, so that it cannot lag behind them. */
export function openApiOf(routes: readonly Route[], version: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const r of routes) {
    const path = `/api${r.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] ??= {}
    paths[path][r.method.toLowerCase()] = {
      summary: r.summary,
      operationId: `${r.method.toLowerCase()}${r.path.replaceAll(/[^A-Za-z]+(\w)/g, (_, c: string) => c.toUpperCase())}`,
      parameters: [...parametersOf(r.params, 'path'), ...parametersOf(r.query, 'query')],
      ...(r.body && {
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: schemaOf(r.body, 'input') },
            ...(r.multipart && {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  required: ['file'],
                  properties: {
                    file: { type: 'string', contentMediaType: 'application/octet-stream' },
                    publishedAt: { type: 'string' },
                    outlet: { type: 'string' },
                    url: { type: 'string' },
                  },
                },
              },
            }),
          },
        },
      }),
      responses: {
        200: {
          description: 'The answer',
          content: { [r.responseType ?? 'application/json']: { schema: schemaOf(r.response, 'output') } },
        },
        default: {
          description: 'What was wrong, where, and what was expected',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Hudna', version, license: { name: 'AGPL-3.0-or-later' } },
    paths,
    components: { schemas: { Problem: PROBLEM } },
  }
}

const PROBLEM = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string' },
    message: { type: 'string' },
    where: {
      type: 'object',
      properties: {
        file: { type: 'string' },
        line: { type: 'integer' },
        column: { type: 'integer' },
        field: { type: 'string' },
      },
    },
    expected: { type: 'string' },
  },
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return rest
}

function parametersOf(schema: z.ZodType, where: 'path' | 'query'): unknown[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(schema.description !== undefined && { description: schema.description }),
    schema,
  }))
}
